/**
 * What people reach for when asked for a password: the words at the head of every leaked list, in English and in pinyin, with first
 * names, teams, places and phrases. A rule (see rules.ts) undoes capitals, look-alikes, and digits and signs before and behind, so that
 * one word here stands for some millions of passwords.
 */
const words = `
password passwort passw passwd pass passphrase pswd parola contrasena senha motdepasse mima mimamima wodemima mypassword yourpassword
thepassword newpassword oldpassword nopassword letmein letmeinn letmeinnow openup opensesame sesame welcome welcomeback hello helloworld
hellohello hellokitty hallo bonjour hola nihao nihaoma login logon signin signup access admin administrator root toor user username guest
test tester testing testtest temp temporary default changeme changethis secret topsecret private nothing something whatever anything
everything noidea dontknow idontknow forget forgotten forgetme remember security secure computer internet website server system network
windows linux ubuntu debian apple google android iphone samsung nokia motorola huawei xiaomi oppo vivo oneplus sony microsoft facebook
instagram twitter tiktok youtube snapchat whatsapp telegram wechat weixin weibo douyin xiaohongshu rednote rednoteapp taobao alipay
zhifubao baidu tencent bilibili netflix spotify amazon paypal ebay yahoo hotmail gmail outlook linkedin reddit discord twitch steam
vermilion zhujian love loveyou loveme lovelove lover lovers lovely lovelife mylove truelove iloveyou iloveu iluvu luvyou iloveyouso
iloveyousomuch iloveyoutoo iloveme ilovehim iloveher ilovemom ilovemum ilovedad ilovemyself ilovegod ilovejesus ilovemusic ilovemycat
ilovemydog ilovecats ilovedogs ilovechina ihateyou hateyou fuckyou fuckme fuckoff fuckit fuck asshole bitch bastard shit bullshit pussy
dick suck sexy sexsex sexygirl sexyboy hotgirl hotboy naked porn dragon dragonfly dragonball monkey monkeys gorilla tiger tigers lion
lions eagle eagles falcon falcons hawk hawks bear bears wolf wolves wolverine panther panthers jaguar cougar leopard cheetah horse horses
pony mustang stallion unicorn phoenix griffin shark sharks dolphin dolphins whale turtle snake snakes viper cobra python spider scorpion
butterfly ladybug bumblebee penguin panda pandas koala kangaroo rabbit bunny hamster kitty kitten kittens puppy puppies doggy doggie
dogs cats catdog meow woofwoof chicken ducky donkey elephant giraffe zebra squirrel hedgehog raccoon pokemon pikachu charizard eevee
naruto sasuke goku vegeta onepiece luffy zoro bleach ichigo doraemon totoro sailormoon hellboy batman superman spiderman ironman
wonderwoman captainamerica avengers marvel deadpool joker thor loki hulk venom catwoman starwars startrek skywalker yoda vader darthvader
jedi chewbacca lordoftherings gandalf frodo legolas aragorn hobbit harrypotter hogwarts gryffindor slytherin dumbledore hermione
voldemort matrix terminator rocky rambo titanic godfather jamesbond bond gameofthrones winteriscoming khaleesi minecraft creeper fortnite
roblox leagueoflegends dota valorant counterstrike callofduty halo warcraft starcraft diablo overwatch zelda mario supermario sonic
finalfantasy cloud sephiroth tetris pacman genshin honkai arknights wangzherongyao wangzhe yuanshen football soccer baseball basketball
hockey tennis golf golfer volleyball softball rugby cricket swimming swimmer runner running skater skateboard snowboard surfer surfing
karate kungfu boxing boxer wrestling yankees redsox cubs dodgers giants mets braves cardinals lakers celtics bulls warriors rockets spurs
heat knicks cowboys steelers patriots packers broncos raiders chargers ravens saints vikings redskins dolfins liverpool arsenal chelsea
manchester manutd manchesterunited mancity tottenham everton barcelona realmadrid madrid juventus milan inter bayern dortmund ajax
benfica porto celtic rangers boca river ronaldo messi neymar beckham zidane jordan kobe kobebryant lebron curry shaq tiger woods federer
nadal schumacher ferrari porsche mercedes benz bmw audi lamborghini bugatti maserati corvette camaro mustanggt chevy chevrolet ford
toyota honda nissan mazda subaru suzuki yamaha kawasaki ducati harley harleydavidson hummer jeep truck trucker racing racer speed speedy
turbo nitro sunshine sunflower sunset sunrise sunny sunday monday tuesday wednesday thursday friday saturday weekend january february
march april may june july august september october november december spring summer autumn winter morning midnight night rainbow rain
raining snow snowball snowflake snowman storm thunder lightning tornado hurricane fire firefly flame ice iceman water ocean sea river
mountain forest flower flowers rose roses rosebud lily daisy violet jasmine orchid tulip cherry cherryblossom sakura lotus lavender
apples banana bananas orange oranges lemon lemons lime peach peaches mango melon watermelon strawberry blueberry raspberry blackberry
pineapple coconut grape grapes kiwi cookie cookies cupcake candy candies chocolate vanilla caramel butterscotch sugar honey honeybee
honeybunny sweet sweetie sweetheart sweety sweetpea babe baby babyboy babygirl babydoll babe darling dear angel angels angelina angelbaby
princess prince queen king kingkong kings queens knight knights castle crown royal diamond diamonds gold golden silver platinum crystal
pearl ruby emerald sapphire jade money cash dollar dollars rich billionaire millionaire success winner winners lucky luckyone luckyme
fortune happy happyday happylife happiness happybirthday birthday smile smiley smiling laugh funny fun crazy mad insane genius einstein
newton darwin shakespeare hamlet romeo juliet mozart beethoven bach elvis beatles metallica nirvana slipknot linkinpark greenday blink
eminem tupac biggie snoopdogg drake rihanna beyonce madonna britney shakira gaga ladygaga swift taylorswift justinbieber bieber
onedirection bts blackpink exo jaychou zhoujielun zhoujie linjunjie dengziqi chenyixun wangyibo xiaozhan tfboys music musica guitar
guitarist piano drums drummer violin trumpet dance dancer dancing singer singing song rockstar rocknroll rock metal punk hiphop rapper
techno reggae jazz blues freedom liberty peace peacelove justice truth faith hope believe dream dreams dreamer destiny forever
foreverlove always never nevermind eternity infinity heaven hell devil demon satan lucifer god godisgood godislove godbless jesus
jesuschrist jesusislord christ christian church bible angelic blessed blessing amen allah allahuakbar mohammed muhammad bismillah buddha
namaste shalom friend friends friendship bestfriend bestfriends bff family familia mother mom mommy mama mum mummy father dad daddy papa
brother sister grandma grandpa son daughter husband wife girlfriend boyfriend student teacher school college university doctor nurse
police soldier army navy marine marines airforce ranger sniper hunter hunting fisher fishing cowboy cowgirl pirate ninja samurai warrior
wizard witch vampire zombie ghost alien aliens monster robot android superstar star stars starlight stargate galaxy universe space
planet earth moon moonlight sun jupiter saturn mars venus mercury pluto comet rocket apollo america american england english london
paris france french germany german berlin italy italia italian rome spain spanish espana mexico mexican brasil brazil argentina canada
canadian australia sydney japan japanese tokyo korea korean seoul china chinese zhongguo zhonghua beijing shanghai guangzhou shenzhen
hongkong xianggang taiwan taibei chengdu chongqing wuhan hangzhou nanjing xian tianjin suzhou russia russian moscow india indian
pakistan turkey istanbul newyork newyorkcity boston chicago texas dallas houston austin california losangeles sanfrancisco sandiego
florida miami orlando lasvegas seattle denver detroit phoenixaz hawaii alaska virginia georgia carolina michael michelle jennifer
jessica ashley amanda matthew joshua daniel david james john johnny robert william richard thomas charles charlie christopher chris
christine christina christian joseph anthony andrew andrea andy alexander alexandra alexis alex kevin brian steven stephen stephanie
steve eric erica edward eddie george georgia jason justin jordan ryan jacob nicholas nicole nathan samuel samantha sam benjamin ben
jonathan brandon tyler austin kyle zachary dylan logan lucas luke hunter hannah emily emma olivia sophia sophie isabella abigail
elizabeth victoria madison chloe grace natalie rachel rebecca sarah sara laura lauren megan melissa kimberly kelly kathryn katherine
kate katie karen susan sandra sharon patricia barbara linda mary maria marie martha margaret maggie dorothy helen diana diane donna
carol caroline catherine cynthia angela amy anna anne annie april brenda brittany courtney crystal danielle heather holly jasmine
julia julie kristen lisa lucy mandy martin maxwell max melanie mike miguel molly monica morgan nancy oliver oscar pamela patrick paul
peter philip rachael raymond ricky roger ronald rosie russell ryder scott sean sebastian simon stella stewart teresa tiffany timothy
toby tommy tony tracy trevor valerie vanessa veronica vincent walter wendy whitney xavier yvonne zoe antonio carlos fernando francisco
gabriel gabriela guadalupe hector jesus jorge jose juan juanita luis manuel mario marco marcos pablo pedro rafael ramon ricardo roberto
rodrigo rosa santiago sofia valentina hans heinrich klaus jurgen stefan thomas wolfgang pierre jean jacques nicolas camille chantal
ivan dmitri sergei vladimir natasha tatiana olga anastasia svetlana ahmed ali fatima hassan ibrahim mustafa omar yusuf aisha raj priya
rahul arjun krishna shiva ganesh lakshmi sai sairam omsairam hiroshi kenji yuki sakura haruka minji jisoo buddy bella bailey buster
cooper coco daisy duke ginger jack lucky maggie max milo molly oreo patches peanut pepper princess rocky rusty sadie shadow smokey
snickers snoopy sophie spike sparky toby tigger tinkerbell whiskers winnie winniethepooh garfield snowwhite cinderella mickey
mickeymouse minnie donald donaldduck goofy pluto simba nemo dory elsa frozen olaf moana ariel aladdin pumbaa scooby scoobydoo
spongebob patrickstar simpson simpsons bart homer southpark cartman barbie lego batmobile killer killers slayer hacker hackers cracker
master mastermind boss bigboss chief captain president general colonel commander player players gamer gamers gaming games gameover
playboy playgirl playstation nintendo xbox noob pro legend legends hero heroes champion champions number one numberone onelove
trustno trustnoone starfish jellyfish goldfish catfish bigdaddy bigdog bigman littleman littlegirl littleone goodboy badboy badgirl
goodgirl coolguy coolgirl cool coolio nice awesome amazing beautiful beauty pretty handsome gorgeous cutie cutiepie lollipop jellybean
gummybear marshmallow pancake waffle pizza pasta burger hamburger cheese cheeseburger hotdog sandwich noodles sushi ramen dumpling
jiaozi baozi huoguo hotpot milktea naicha bubbletea boba coffee mocha latte espresso cappuccino tea greentea beer vodka whiskey tequila
corona heineken budweiser guinness jackdaniels cocacola coke pepsi sprite fanta redbull monsterenergy starbucks mcdonalds nutella
marlboro camel weed marijuana stoner blaze smoke smoking black blackcat blackhole blackjack white whitecat red redred blue bluesky
blueeyes green greeneyes yellow purple pink pinky pinkfloyd brown gray grey color colour abc abcd abcde abcdef alphabet alpha beta gamma
delta omega sigma zero one two three four five six seven eight nine ten hundred thousand million qwerty qwertz azerty qwer qwert asdf
asdfg asdfgh zxcv zxcvb zxcvbn qazwsx qaz wsx edc rfv qweasd qweasdzxc asdqwe zaqxsw xsw qwaszx poiuyt lkjhgf mnbvcx aaa aaaa bbb ccc
xxx xxxx zzz zzzz qqq qqqq www wwww asd qwe zxc dvorak keyboard mouse monitor laptop desktop phone telephone mobile cellphone camera
woaini woainima woaiwo woaiwoziji woaiwojia woaiwobaba woaiwomama woaibaba woaimama woaibaobao woaizhongguo woaibeijing woaixuexi
woaiqian woyaofacai woyaozhuanqian aini ainiyiwannian ainiyishengyishi ainiyouni ainima aiziji aishang aiqing qinaide qingaide wangji
wangjimima wojiushiwo woshishui woshini woshiwo woshinidie woshinibaba woshinimama woshitiancai woshishen woshizhu wobuzhidao buzhidao
bugaosuni bukeneng caonima nimabi tamade shabi zhutou dabendan bendan shagua xiaozhu xiaogou xiaomao xiaotu xiaoxiao xiaobao baobao
baobei baobeier xinganbaobei laopo laogong laopowoaini laogongwoaini qinqin qinqinlaopo mama baba mamababa babamama yeye nainai gege
jiejie didi meimei erzi nver pengyou haopengyou tongxue laoshi xuesheng xuexi haohaoxuexi tiantianxiangshang zhongkao gaokao daxue
qinghua beida zhongguoren zhongguolong longteng zhonghuarenmin renmin gongchandang maozedong xinnian xinniankuaile kuaile shengrikuaile
gongxifacai facai caifu fugui youqian jiayou pingan pinganxifu ping jiankang xingfu kaixin tiantiankaixin meili piaoliang shuaige meinv
tiankong taiyang yueliang xingxing xingkong caihong meigui yinghua mudan lanhua juhua meihua taohua hehua xiatian dongtian chuntian
qiutian fengyu fengyun tianxia tianshi tiantang emo mogui long longlong fenghuang laohu shizi xiongmao houzi sunwukong wukong bajie
tangseng guanyin fozu amituofo namo guangong zhangfei liubei caocao zhugeliang lubu zhaoyun xiaolongnv yangguo linghuchong duanyu
xiaofeng huangrong guojing zhangwuji zhaomin weixiaobao chuliuxiang lixiaolong chenglong liudehua zhangxueyou zhangguorong zhoujielun
wangfei wangwei wangfang wangjing wanglei wangli wangyan wangyang wangjie wangtao wanghao wangpeng wangxin wangbin wangbo wanglin
zhangwei zhangmin zhangjing zhangli zhanglei zhangyan zhangyang zhangjie zhangtao zhanghao zhangpeng zhangxin zhangbin zhangbo zhangyu
liwei lina lijing lili liyan liyang lijie litao lihao lipeng lixin libin libo lilei hanmeimei liqiang liming lijun lihua liuwei liuyang
liujing liuyan liuli liujie liutao liuhao liupeng liuxin liuying liufang chenwei chenjing chenyan chenli chenjie chentao chenhao
chenlong chenchen yangyang yangwei yangjing yangli yangfan zhaowei zhaoyang zhaojing huangwei huangjing zhouwei zhoujie zhoujian wuwei
wujing wujie xuwei sunwei sunli sunyang mahuateng mayun leijun zhangsan lisi wangwu zhaoliu zhangsanfeng xiaoming xiaohong xiaogang
xiaoli xiaohua xiaowei xiaoqiang xiaofang xiaoyan xiaojing xiaoyu xiaolong xiaotian tiantian tingting lele doudou duoduo beibei
jingjing huanhuan yingying nini niuniu nannan mengmeng yuanyuan lingling feifei haohao mingming dandan yanyan weiwei lulu kiki mimi
maomao gougou guaiguai naonao pangpang xixi haha hahaha hehe heihei lalala wahaha kele xuebi chifan shuijiao qichuang huijia zaijian
wanan wananhao zaoshang duibuqi xiexie xiexieni meiguanxi meishi suibian suibianba wusuowei suanle guoqu weilai mengxiang ziyou
ziyoufeixiang feixiang zhuimeng zhenai zhenxin yongyuan yongyuanaini yibeizi yishengyishi yixinyiyi shengshengshishi tianchangdijiu
dichang laotian laotianye zhenzhu feng yuxue shanhai dahai dashan jiang changjiang huanghe changcheng tiananmen gugong xihu taishan
huangshan zhulou huoying haizeiwang zhuxian chuanqi menghuanxiyou menghuan moshou dota chiji hepingjingying lol yingxionglianmeng
correcthorsebatterystaple trustnobody nobodyknows itsasecret secretpassword mysecret supersecret myaccount mynewpassword
thisismypassword thisispassword iforgot iforgotit donotenter keepout goaway comeon letsgo justdoit yolo hakunamatata carpediem
livelaughlove lifeisgood lifegoeson lifeisbeautiful beyourself staystrong godfirst familyfirst blinkblink password password
`

/** Every word in small letters, without look-alikes. */
export const commonWords = (): ReadonlySet<string> => new Set(words.trim().split(/\s+/))
