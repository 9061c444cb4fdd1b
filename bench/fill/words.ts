/** What the bench's notes are written with. Varied enough that a word is in a few notes in a hundred, and some are in very few. */
export const chinese = `今天带猫咪去公园散步
橘子一直躲在我的帽子里
成都的串串香配冰豆花
周末在家做了红烧肉
第一次学写毛笔字
楼下新开的咖啡馆很安静
雨天最适合煮一锅汤
请问这道数学题怎么做
上海的梧桐叶都黄了
把旧毛衣改成了小包
早上六点的菜市场最热闹
手冲咖啡的水温要九十二度
狗狗今天学会了握手
想找人一起练习英语口语
广州早茶一定要点虾饺
重庆的夜景真的像电影
外婆教我包的粽子
露营的时候看到了银河
这家面馆开了三十年
给新来的朋友介绍一下豆腐
冬天的第一顿火锅
阳台上的番茄终于红了
骑车绕西湖一圈要两小时
小猫不肯吃药怎么办
我的书桌改造记录
火车上遇到一位老先生
云南的菌子季节到了
拼豆做了一只小熊
晚霞把整座城市染成粉色
练了一个月的吉他
北京胡同里的老理发店
学会了三句四川话
新手也能做的提拉米苏
下班路上捡到一只小狸花
冰箱里剩下的菜怎么搭配
秋天穿什么颜色的外套
跟着爷爷去钓鱼
青岛的海边风好大
把阁楼改成了画室
中秋节的月饼你吃什么馅
考试前一晚的深夜食堂
收到了从远方寄来的明信片
西安城墙上看日落
自己缝的窗帘装好了
朋友教我打太极
拉萨的天蓝得不真实
二手市场淘到的旧相机
在厨房养了一盆薄荷`.split('\n')

export const english = `Mochi paid the cat tax again today
trying hand pulled noodles for the first time
my neighbor taught me how to fold dumplings
a quiet morning at the farmers market
can somebody explain tones to me please
rainy day soup with whatever is left in the fridge
our dog finally learned to shake hands
thrifted this jacket for six dollars
the tomatoes on my balcony are ripe
best pancakes in town and I will fight for them
sunset over the lake was unreal
learning calligraphy is humbling
homework help needed with this geometry problem
first camping trip with the kids
grandma's apple pie recipe with less sugar
turned the attic into a tiny studio
what do you cook when nobody is watching
running ten kilometers every Sunday
the barista drew a fox in my coffee
moving across the country with two cats
a postcard from someone I never met
knitting through the whole winter
this bookstore smells like my childhood
growing mint in the kitchen window
how do you say good night in Chinese
biking around the bay before work
my sourdough starter is called Gerald
painted the fence and regretted the color
street tacos after a long shift
found an old camera at a garage sale
teaching my dad to use chopsticks
the fog rolled in over the bridge
fixing a chair instead of buying one
hot pot night with the new neighbors
the cat sleeps in the guitar case
a week of lunches for twenty dollars
birdwatching is my whole personality now
the train ride was better than the city
which outfit for a job interview
carving pumpkins with the whole street
a very serious review of gas station snacks
learning to skateboard at forty
night shift nurses share their breakfast
snow day and nothing to do
my plants and their many names
the lighthouse keeper let us climb up
secondhand piano finally in tune
trying every dumpling place in town`.split('\n')

const characters = [
  ...'山水花月风雪云雨日星海江河湖田林木草石路桥门窗灯火茶酒米面鱼肉菜果瓜豆糖盐油书画诗歌琴棋笔墨纸布衣鞋帽包车船马牛羊鸟虫春夏秋冬早晚朝夕东西南北里外高低大小长短新旧红黄蓝绿白黑金银香甜苦辣酸暖凉静闹快慢远近',
]
const syllables =
  'bra men dol fi gar hu ist jor kel lum mor nel op pra quin ras sto tam ul ver wil xan yor zel cha bri den fol gri hal'.split(' ')

/** The nth of several thousand made-up words: most of what people write about is rare. */
export const chineseWord = (n: number): string =>
  `${characters[n % characters.length]}${characters[(n * 31 + 7) % (characters.length - 3)]}`
export const englishWord = (n: number): string =>
  `${syllables[n % syllables.length]}${syllables[(n * 17 + Math.floor(n / syllables.length)) % syllables.length]}${['', 'da', 'mon', 'ket', 'rish'][n % 5]}`

export const topics =
  `TikTokRefugee petTax 猫咪 学中文 homework 美食 travel 穿搭 coffee 手冲 露营 recipes 学英语 成都 dogs 摄影 gardening 读书 running 手工 bakery 上海 hiking 日常 music 家居 knitting 考试 sunset 火锅`.split(
    ' ',
  )

export const families = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗']
export const given = [...'安静远山小雨明月思青云海晨光乐天子涵一诺星辰若溪书文']
export const firstNames =
  'Tess Noah Maya Owen Ruth Ivan Cora Hugo Lena Jude Nina Eli Rosa Amos Vera Seth Gwen Ravi Faye Otis Bea Cole Dana Finn'.split(' ')
export const lastNames =
  'Rowan Hale Finch Marsh Drake Lowe Stone Vance Wells Birch Holt Quinn Reed Shaw Tate York Dunn Frost Grove Lane'.split(' ')

/** A small generator of numbers below `n`, always the same for a seed. */
export function dice(seed: number): (n: number) => number {
  let state = seed >>> 0 || 1
  return (n) => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state % n
  }
}
