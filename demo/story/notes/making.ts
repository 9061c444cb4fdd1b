import type { Draft } from '../draft.ts'

export const making: readonly Draft[] = [
  {
    key: 'scarf-relay', by: 'bea', days: 33.3, weight: 0.77, topics: ['knitting', 'craft', 'TikTokRefugee'], title: 'Shall we knit one very long scarf across an ocean?',
    text: 'Idea: everyone knits 30 cm in any color, 60 stitches wide, 4 mm needles, plain or rib. Mail it to the next person, who joins it and adds hers. We stop when it reaches from my couch to Grandma Zhou\'s.\n\nAs the crow flies 10,000 km. We may have to cheat.',
    layer: ['我们来织一条跨海的围巾吧', '每个人织三十厘米，颜色随意，六十针宽，4毫米针，平针或罗纹都行。寄给下一个人，由她接上，再织自己的一段。从我的沙发一直织到周奶奶家。\n\n直线距离一万公里，可能得作点弊。'],
    pictures: [['knitting', 1, '3:4', 'A striped scarf on the needles, balls of wool in a basket'], ['knitting', 5, '3:4', 'Knitting on a wooden table with a cup'], ['portrait', 4, '1:1', 'Somebody with a camera in front of a city']],
    pin: 0,
    talk: [
      ['zhou.nainai', '我来！红的，上下针，三天就能织好。告诉我寄到哪儿。', ['bea', 'Grandma Zhou you are section one. I am honored.'], ['zhou.nainai', '别夸，织就是了。'], ['bea', 'Yes ma\'am.']],
      ['caifeng.lu', '苏州报名，我用蚕丝混羊毛。'],
      ['amina', 'I only know garter stitch. Can I do the boring bit?', ['bea', 'There is no boring bit. There are resting bits.']],
      ['dale', 'I can drive it the Ohio leg.', ['bea', 'The scarf has a chauffeur!']],
      ['linxi', '可以用鱼线吗（不会织毛线）', ['bea', 'Section 7: fishing line. Accepted.']],
    ],
  },
  {
    key: 'scarf-arrived', by: 'zhou.nainai', days: 6.2, weight: 0.59, topics: ['knitting', '毛线', '日常'], title: '围巾第一段织好了，今天寄出去了',
    text: '六十针，三十一厘米，多织了一厘米，怕洗了缩。\n\n邮局的姑娘问寄的什么，我说一条围巾的头。她问尾巴呢。我说在美国。',
    layer: ['The first piece of the scarf is finished and posted', 'Sixty stitches, thirty-one centimeters: one more, in case it shrinks.\n\nThe girl at the post office asked what it was. I said the head of a scarf. She asked where the tail was. I said in America.'],
    pictures: [['knitting', 9, '3:4', '织好的一段毛线，旁边放着毛线团和茶杯']],
    talk: [
      ['bea', 'The head of a scarf. I have read this to everyone I know and two people I do not.', ['zhou.nainai', '收到了告诉我一声。'], ['bea', 'I will send a photo of it on my shoulders, in the snow.']],
      ['xiaoman', '奶奶多织的那一厘米，是怕您冷。'],
      ['dale', 'Warmed up the truck for it.'],
    ],
  },
  {
    key: 'song-request', by: 'wes', days: 19.6, weight: 0.51, topics: ['music', 'guitar'], title: 'I learned 茉莉花 on a steel-string. Be gentle.',
    text: 'Jasmine Flower, key of G, capo 2. The melody is five notes (do re mi sol la) so a country player feels strangely at home.\n\nChords: G – Em – C – G / Am – C – D – G. Let the open strings ring, it sounds like rain on the third line.',
    pictures: [['guitar', 1, '3:4', 'An acoustic guitar in a sunny corner'], ['guitar', 5, '1:1', 'A guitar next to a plant']],
    talk: [
      ['caifeng.lu', '苏州人听哭了。我外婆做衣服的时候就哼这个。', ['wes', 'Then I will record it again, slower, for her.'], ['caifeng.lu', '她听了，说小伙子手指头软。']],
      ['meilin', 'Soft fingers is high praise from a Suzhou grandmother.'],
      ['mobai', '五声音阶，宫商角徵羽，蓝草和江南是亲戚。', ['wes', 'Pentatonic cousins. That makes sense of my whole career.']],
      ['kiki', 'Capo 2, got it. Spam howls on the D.'],
    ],
  },
  {
    key: 'zoe-doubao', by: 'zoe.draws', days: 20.7, weight: 0.53, topics: ['illustration', 'art', 'dogs'], title: 'I drew Doubao, defendant, with halo',
    text: 'Commissioned by nobody, demanded by me. The rose petal is evidence.',
    pictures: [['dog-close', 8, '1:1', 'A drawing of a smiling Shiba with a red bandana'], ['room', 12, '3:4', 'A living room with framed pictures and plants']],
    talk: [
      ['gugu', '啊啊啊啊打印了！！已经挂在案发现场！', ['zoe.draws', 'My first international gallery show is a crime scene.']],
      ['juzuo', '橘座问：什么时候轮到领导。', ['zoe.draws', 'I will need a wider canvas.'], ['juzuo', '……已转达，它去找你了。']],
      ['mobai', '线条很松，好。'],
    ],
  },
  {
    key: 'ai-poster', by: 'zoe.draws', days: 8.9, weight: 0.21, topics: ['illustration', 'AI'], title: 'An honest experiment: I let a machine finish my sketch', aiMade: true,
    text: 'Left half is mine, right half was generated, so it carries the label. I prefer my wonky mountains. But I wanted you to be able to see which is which, because otherwise what is the point.',
    pictures: [['mountains', 15, '4:3', 'A landscape of layered mountains under a pale green sky']],
    talk: [['mobai', '右边没有犹豫，没有犹豫就没有手。', ['zoe.draws', '"Without hesitation there is no hand." Mobai, please write a book.']], ['ada', 'Thank you for labelling it. 谢谢你如实标注。']],
  },
  {
    key: 'book-83', by: 'xiaoyu.reads', days: 16, weight: 0.38, topics: ['读书', '书单'], title: '今年读过的书里，只推荐三种',
    text: '一种：读完想给朋友打电话的。\n二种：读完想出门走走的。\n三种：读完什么也不想做，坐着，天就黑了的。\n\n各写一本在评论里吧，我来凑书单。',
    pictures: [['bookshelf', 2, '3:4', '一整面墙的书和几只猫'], ['reading', 1, '3:4', '窗外是晚霞，有人在读书'], ['cat-books', 4, '1:1', '一只橘猫趴在书上']],
    talk: [
      ['tess', 'Phone a friend: "84, Charing Cross Road". Go for a walk: anything about rivers. Sit in the dark: "The Remains of the Day". I sat.', ['xiaoyu.reads', '三本都记下了，第三本我也坐到天黑。']],
      ['meilin', '想打电话的：《我们仨》。', ['chen.laoshi', '同意，打完电话会哭。']],
      ['azhe', '第二种：《夜航西飞》，读完我去骑了四十二公里。'],
    ],
  },
  {
    key: 'balcony-37', by: 'gugu', days: 44.8, weight: 0.44, topics: ['阳台', '植物', 'balcony'], title: '三十七盆花，我怎么记得住谁该浇水',
    text: '不记。用手指插进土里两节，干了就浇，湿了就走。\n\n多肉：忘了它。\n绣球：天天渴。\n茉莉：要晒，要喝，要夸。\n兰花：你越管它越不开心。\n\n养花和养人差不多。',
    pictures: [['balcony', 1, '3:4', '摆满盆栽的阳台，一只橘猫睡在栏杆上'], ['balcony', 21, '3:4', '清晨的阳台'], ['room', 13, '1:1', '客厅里的绿植和沙发']],
    talk: [
      ['zoe.draws', 'Two knuckles deep. I have been guessing for years. Landlord (plant) thanks you.'],
      ['doudou.ma', '豆豆属于绣球。'],
      ['bea', 'What do you say when you praise the jasmine?', ['gugu', '“哎呀，今天真香。”它就更香了。'], ['bea', 'Trying it in Minnesotan: "Oh, not too bad there, jasmine."']],
    ],
  },
  {
    key: 'tutor-cards', by: 'kiki', days: 22.1, weight: 0.23, topics: ['学中文', 'study'], title: 'Made vocabulary cards for sea animals, then learned the reason for the names',
    text: '海马 sea horse. 海星 sea star. 海豚 sea… piglet? 章鱼 and it is not a fish. 海葵 sea sunflower!!\n\nChinese names for ocean things are better than ours and I will not be taking questions.',
    pictures: [['cards', 1, '3:4', 'Hand-made cards with small drawings']],
    talk: [['linxi', '还有海参 (sea ginseng)、海胆 (sea gallbladder)。', ['kiki', 'SEA GALLBLADDER.']], ['chen.laoshi', '豚就是小猪，海里的小猪，游得很快。'], ['doudou.ma', '豆豆要这套卡片！', ['kiki', 'Posting the printable file tonight for Doudou.']]],
  },
  {
    key: 'guitar-kids', by: 'wes', days: 3.9, weight: 0.17, topics: ['music'], title: 'A kid asked why the guitar has a hole. I said so the music can see.',
    text: 'He nodded. He is five. We understand each other.',
    pictures: [['guitar', 8, '3:4', 'A guitar in a room with music notes floating']],
    talk: [['chen.laoshi', '我要把这个答案带进课堂。'], ['doudou.ma', '豆豆小时候问为什么笛子有洞，他爸说给风上下车用的。', ['wes', 'So the wind can get on and off. His father is a songwriter.']]],
  },
  {
    key: 'paper-cut', by: 'zhou.nainai', days: 51.2, weight: 0.28, topics: ['手工', '剪纸', '北京'], title: '教你们剪个窗花，一张纸，两剪子',
    text: '红纸对折，再对折，再对折。沿折边剪一个月牙，一个三角，一个圆。打开。\n\n打开的时候别着急，慢慢打，那一下最好看。',
    pictures: [['lanterns', 8, '3:4', '夜里的红灯笼和水上的灯'], ['room', 1, '1:1', '明亮的客厅']],
    talk: [['bea', 'I opened it slowly like you said. It looks like a crab. I love it.', ['zhou.nainai', '螃蟹也吉利。']], ['priya', 'Eightfold symmetry with scissors! This is my Tuesday lesson.'], ['amina', 'We cut forty for the children\'s ward. 谢谢周奶奶。', ['zhou.nainai', '孩子们喜欢就好，我再多剪点寄去。']]],
  },
  {
    key: 'film-roll', by: 'yehang', days: 45.7, weight: 0.3, topics: ['摄影', '胶片'], title: '一卷三十六张，拍了四个月',
    text: '数码一晚上拍八百张，胶片拍一张想三天。冲出来，好看的还是那张手抖的。',
    pictures: [['portrait', 14, '3:4', '对着镜头微笑的人'], ['skyline-dusk', 7, '4:3', '黄昏时的江边'], ['lane', 14, '3:4', '弄堂里的傍晚'], ['umbrella-pair', 8, '1:1', '雨中的两个人']],
    talk: [['zoe.draws', 'The shaky one is always the one.'], ['linxi', '什么相机？', ['yehang', '我爸的海鸥205，快门有点慢，我也有点慢。']]],
  },
  {
    key: 'poem-night', by: 'mobai', days: 30.1, weight: 0.22, topics: ['书法', '绍兴'], title: '下雨天写字，墨干得慢，人也慢',
    text: '屋檐滴水，砚台边上停了一只小虫，它看我写完一个“雨”字，走了。',
    pictures: [['calligraphy', 11, '3:4', '案上的字画、笔和砚'], ['tea', 12, '1:1', '茶和小点心']],
    talk: [['tess', 'A reader who leaves after the good part. I know many.'], ['xiaoyu.reads', '它看懂了。']],
  },
  {
    key: 'sketch-mugs', by: 'zoe.draws', days: 35.9, weight: 0.16, topics: ['art', 'illustration'], title: 'One mug a day, day 40. I own nine mugs. Do the math.',
    text: 'Priya, do not do the math.',
    pictures: [['coffee', 5, '1:1', 'A cup of coffee from above with a heart in the foam'], ['coffee', 8, '1:1', 'Another cup, another table'], ['cat-window', 1, '1:1', 'A black and white cat at a window in winter']],
    talk: [['priya', 'Each mug has been drawn 4.4 times. I am sorry. I could not help it.', ['zoe.draws', 'I knew it.']]],
  },
  {
    key: 'clay', by: 'linxi', days: 24.9, weight: 0.14, topics: ['手工', '厦门'], title: '捡海玻璃做了一串风铃，风一吹，全海边都知道我搬家了',
    text: '绿色的是啤酒瓶，白色的是汽水瓶，那一块蓝的，谁也不知道从哪里来。',
    pictures: [['room', 7, '3:4', '有窗户的客厅'], ['sea', 9, '4:3', '清晨的海边']],
    talk: [['kiki', 'Blue is usually old medicine bottles. Yours may be a hundred years old!', ['linxi', '一百年的蓝！']], ['dale', 'Might be from a truck I know.']],
  },
]
