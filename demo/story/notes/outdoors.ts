import type { Draft } from '../draft.ts'

export const outdoors: readonly Draft[] = [
  {
    key: 'hat-wind', by: 'shanye', days: 23.2, weight: 0.8, topics: ['hiking', '徒步', '临安'], title: '周末去爬山，风把帽子吹走了三次',
    text: '第一次，追回来了。\n第二次，一位下山的大叔帮我接住了。\n第三次，它越过山脊，往安徽方向去了。\n\n全程11公里，爬升760米，5小时。水至少带1.5升，最后两公里没有树荫。帽子请系绳子。',
    layer: ['Weekend hike: the wind stole my hat three times', 'First time, I caught it.\nSecond time, a man coming down caught it for me.\nThird time it crossed the ridge and left for Anhui.\n\n11 km, 760 m of climbing, 5 hours. Take at least 1.5 l of water, no shade on the last two kilometers. Tie your hat.'],
    pictures: [['hiking', 1, '3:4', '三个人沿着石阶往上爬，天上飞着一顶帽子'], ['mountains', 1, '3:4', '远处一层一层的山'], ['hiking', 7, '4:3', '山坡上的登山者和凉亭'], ['mountains', 10, '3:4', '清晨的山，有人站在前面看']],
    talk: [
      ['sam.hikes', 'The hat has emigrated. Numbers like these are why I follow you. Is there a bailout point before the shadeless part?', ['shanye', '有，8公里处右边岔路下到村里，可以坐车，末班五点十分。'], ['sam.hikes', 'Perfect. Saved with the bus time.']],
      ['dale', 'If it lands in Ohio I will mail it back.'],
      ['xiaoman', '我舅舅在安徽，我让他出门看看。', ['shanye', '灰色，渔夫帽，左边有个补丁。']],
      ['rosie.q', 'I would thrift that hat.'],
      ['luobei', '古人管这个叫“落帽”，是很风雅的事。', ['shanye', '我追的时候不太风雅。']],
    ],
  },
  {
    key: 'first-14er', by: 'sam.hikes', days: 36.4, weight: 0.56, topics: ['hiking', 'Colorado'], title: 'A slow person’s guide to a very high mountain',
    text: '• Start at 3:30 a.m. Storms come after noon and they are not joking.\n• Walk at the speed at which you can sing. If you cannot sing, slow down.\n• Drink before you are thirsty: half a liter an hour.\n• Turn around time is a promise, not a suggestion. Mine is 11:00.\n• The summit is the halfway point.\n\nI was passed by 61 people, four dogs and a man in jeans. I saw more flowers than all of them.',
    pictures: [['mountains', 19, '3:4', 'Ridge behind ridge in the morning light'], ['hiking', 5, '3:4', 'Hikers with backpacks on a stairway trail'], ['camp', 2, '4:3', 'A tent and a small fire under the stars']],
    talk: [
      ['shanye', '“能唱歌的速度”，这个标准太好用了，我写进路书里。', ['sam.hikes', 'I sing badly, so I also scare the bears.']],
      ['zhou.nainai', '慢慢走，看花，对。'],
      ['kiki', 'Turnaround time is a promise. Also good for parties.'],
      ['gugu', '高反怎么办？', ['sam.hikes', 'Sleep one night at altitude first, drink, and if your head hurts, go down. Going down always works.']],
    ],
  },
  {
    key: 'trail-snacks', by: 'sam.hikes', days: 12.1, weight: 0.39, topics: ['hiking', 'snacks'], title: 'Trade you trail snacks: what do you carry?',
    text: 'Mine: peanut butter tortilla, dried mango, a single emergency gummy bear that has been to eleven summits and will never be eaten.',
    card: 'grid',
    talk: [
      ['shanye', '粽子。顶饿，不怕压，叶子就是盘子。', ['sam.hikes', 'A leaf-wrapped rice brick that is its own plate. Engineering.']],
      ['zhou.nainai', '绿豆糕。'],
      ['laowang', '肉夹馍，前一天晚上夹好，山顶上吃，旁边的人都看你。'],
      ['nick.w', 'Sausage roll. It is a bad idea and I will not stop.'],
    ],
  },
  {
    key: 'terrace-sunrise', by: 'linxi', days: 43.9, weight: 0.41, topics: ['旅行', '摄影', '云南'], title: '等梯田的日出，等了三天，第四天来了四分钟',
    text: '前三天全是雾。第四天早上六点五十一分，雾开了一条缝，水面一层一层亮起来，像有人在下面一盏一盏地开灯。六点五十五分，雾又合上了。\n\n旁边的大爷说：可以了，够了。',
    pictures: [['terraces', 2, '3:4', '一层层的梯田映着天光'], ['terraces', 5, '4:3', '梯田和远处的村子'], ['terraces', 8, '1:1', '有人和牛站在田埂上']],
    talk: [['yehang', '四分钟很多了。'], ['tess', '"All right, that is enough." I want that uncle to narrate my life.'], ['zoe.draws', 'The layers! It is already a print.']],
  },
  {
    key: 'camp-stars', by: 'sam.hikes', days: 26, weight: 0.34, topics: ['camping', 'hiking'], title: 'New moon, no wind, one working zipper',
    text: 'We counted nineteen meteors and one satellite that we decided to count too because it was doing its best.',
    pictures: [['camp', 4, '3:4', 'A glowing tent, a campfire and the milky way'], ['camp', 7, '4:3', 'Two people by the fire at night'], ['mountains', 3, '3:4', 'Mountains after sunset']],
    talk: [['mumu', '“它也尽力了”，我今晚就是那颗卫星。', ['sam.hikes', 'You count, Mumu.']], ['azhe', '城里只能看到飞机，飞机也算吧。', ['kiki', 'Planes count if you wave.']]],
  },
  {
    key: 'cherry-when', by: 'caifeng.lu', days: 50.3, weight: 0.36, topics: ['苏州', '樱花', '旅行'], title: '苏州看花：别去网红桥，去我家楼下那条河',
    text: '三月最后一个星期，早上七点半，卖菜的船从花底下过，船娘头上落满了花瓣，她自己不知道。',
    pictures: [['cherry', 1, '3:4', '河边的樱花和小红桥'], ['cherry', 3, '3:4', '花瓣落在水面上'], ['cherry', 7, '1:1', '傍晚的樱花树下']],
    talk: [['meilin', 'Vancouver has the trees, but not the vegetable boat. I envy you the vegetable boat.'], ['bea', 'The petals in her hair that she does not know about. Oh.']],
  },
  {
    key: 'bamboo-quiet', by: 'shanye', days: 32.8, weight: 0.28, topics: ['徒步', '临安'], title: '竹林里手机没信号，听见了自己的肚子',
    text: '风一吹，一整片山都在翻书。\n\n六公里环线，平路，适合带老人小孩。村口大娘的笋干烧肉，三十八一份，两个人吃不完。',
    pictures: [['forest', 2, '3:4', '林间的小路，有人带着狗走过'], ['panda', 12, '1:1', '竹林里的一只熊猫玩偶'], ['forest', 6, '4:3', '树干之间透进来的光']],
    talk: [['xiaoyu.reads', '“一整片山都在翻书”，太会写了。'], ['ayuan', '第二张是玩偶吗？以为你遇到同事了。', ['shanye', '村口小卖部的，穿着围巾，没忍住。']]],
  },
  {
    key: 'snow-hike', by: 'bea', days: 39.8, weight: 0.29, topics: ['snow', 'Minnesota', 'hiking'], title: 'There is no bad weather, only my neighbor Carl who says there is no bad weather',
    text: 'It was −18. The lake sang. If you have never heard a frozen lake sing, it sounds like a whale being gently tuned.',
    pictures: [['snow', 8, '3:4', 'A cabin in the snow, children outside'], ['snow', 6, '4:3', 'Snowy firs and mountains'], ['forest', 9, '1:1', 'A winter path between trees']],
    talk: [['dongbei.ge', '松花江开河的时候也唱，轰隆隆的，像火车。', ['theo', 'A river that sounds like a train. I am listening.']], ['wes', 'Please record it. I want to tune my guitar to a lake.']],
  },
  {
    key: 'rain-gear', by: 'nick.w', days: 7.3, weight: 0.23, topics: ['hiking', 'dogs'], title: 'Walked 9 miles in the Mendips, sideways rain, dog thrilled',
    text: 'Biscuit now 14 weeks so he did one of the nine and I carried him for eight. Things nobody tells you: a wet puppy weighs double.',
    pictures: [['dog-walk', 5, '4:3', 'A person walking a golden dog'], ['umbrella-pair', 6, '3:4', 'Two people sharing an umbrella in the rain'], ['hiking', 16, '3:4', 'A steep path up a green hill']],
    talk: [['gugu', '豆包也是，走一公里，抱三公里。', ['nick.w', 'They planned this.']], ['dale', 'Diesel was carried too. He still thinks he is that size.']],
  },
  {
    key: 'sea-forage', by: 'linxi', days: 2.1, weight: 0.32, topics: ['厦门', '赶海'], title: '赶海两小时，收获：三个蛤蜊，一只拖鞋',
    text: '拖鞋不是我的，也不知道是谁的，43码，左脚。\n\n蛤蜊煮了汤，三个人一人一个。',
    pictures: [['sea', 20, '3:4', '海浪拍着沙滩，远处有灯塔'], ['dog-beach', 8, '4:3', '一只柴犬在沙滩上跑'], ['noodle-bowl', 18, '1:1', '一碗热汤面']],
    talk: [['kiki', 'Three clams, one each. That is a fairy tale.'], ['dale', 'Size 43 left. I lost one in Florida in 1997.', ['linxi', '说不定就是您的！漂了二十多年。'], ['dale', 'Keep it. It has earned retirement.']]],
  },
  {
    key: 'city-bird', by: 'xiaoyu.reads', days: 5.1, weight: 0.16, topics: ['北京', '观鸟'], title: '在小区里看到了一只戴胜，激动地撞了树',
    text: '头上有一把折扇，走路像在背课文。',
    pictures: [['autumn', 9, '3:4', '公园长椅上看书的人']],
    talk: [['tess', 'A hoopoe! The bird guide was blue, by the way.', ['xiaoyu.reads', '就是那本蓝色的书！']]],
  },
  {
    key: 'ride-home', by: 'wes', days: 28.3, weight: 0.2, topics: ['cycling', 'Nashville'], title: 'Sold the second car. Bought a bike with a basket. Basket is for the ukulele.',
    text: 'Two weeks in: my calves hurt, I know nine dogs by name, and I arrive everywhere with a song stuck in my head.',
    pictures: [['cycling', 3, '3:4', 'Somebody cycling past trees along the water'], ['cycling', 8, '1:1', 'A bicycle with a full basket']],
    talk: [['azhe', '我们这边共享单车一块五，但是没有尤克里里。'], ['gugu', '认识九条狗，赚了。', ['wes', 'Best commute statistics I have ever had.']]],
  },
  {
    key: 'plan-huangshan', by: 'shanye', days: 0.6, weight: 0.3, topics: ['徒步', '黄山', '旅行攻略'], title: '给第一次上黄山的朋友：两天一夜，抄作业',
    text: '第一天：后山云谷寺上，索道或步行2.5小时 → 始信峰 → 北海，住山上（提前两周订）。\n第二天：4:40 起床，光明顶看日出 → 西海大峡谷（体力好的走一环）→ 前山下。\n\n山上吃的贵，带面包和两根黄瓜。膝盖不好的，下山坐索道，不丢人。',
    pictures: [['mountains', 12, '3:4', '云雾里的群山'], ['mountains', 24, '3:4', '清晨山间的云海'], ['hiking', 10, '4:3', '石阶上的登山者'], ['train', 12, '4:3', '去山里的列车']],
    talk: [['theo', 'Copied into my plan line by line. Two cucumbers!', ['shanye', '两根黄瓜很重要，渴了当水，饿了当饭。']], ['sam.hikes', '"No shame in the cable car." Thank you for saying that.'], ['zhou.nainai', '还有绿豆糕。', ['shanye', '奶奶说得对，补上。']]],
  },
]
