import type { Draft } from '../draft.ts'

export const living: readonly Draft[] = [
  {
    key: 'water-bill', by: 'xiaoman', days: 45.1, weight: 0.97, topics: ['TikTokRefugee', '生活', 'costofliving'], title: '问一下美国的朋友们：水电费真的那么贵吗？',
    text: '看到有人说一个月水电三百美元，我以为打错了。\n\n我们家三口人，夏天开空调，一个月电费两百块（人民币），水费四十。\n\n可以晒一下吗？不想说的不用说。',
    layer: ['Asking our American friends: are water and power really that expensive?', 'I saw somebody say three hundred dollars a month and thought it was a typing mistake.\n\nWe are three at home, air conditioning in summer: about 200 yuan of electricity a month (28 dollars), 40 for water.\n\nWould you show yours? Only if you want to.'],
    card: 'letter',
    pin: 0,
    talk: [
      ['maya.cooks', 'Houston, August, two bedrooms: $287 electricity, $64 water. I cook a lot and the AC never sleeps.', ['xiaoman', '电费是我们家的十倍……'], ['azhe', '深圳也热，我一个人一百二人民币。'], ['maya.cooks', 'One hundred twenty YUAN? That is my weekly coffee.']],
      ['dale', 'Rural Ohio: well water, so free till the pump dies. Pump died. $1,400.'],
      ['bea', 'Minneapolis in January: $210 gas heating. It was −29 C. I would have paid double.', ['dongbei.ge', '哈尔滨集中供暖，一冬天三千块左右，屋里穿背心吃冰棍。'], ['bea', 'You wear a tank top and eat ice pops INSIDE in winter? I am coming.']],
      ['nick.w', 'Bristol: £140 a month and I wear a coat indoors. Ask me about standing charges. Actually do not.'],
      ['grace.lee', 'Lovely thread. One reminder: blur the address and the customer number before you post a bill. 晒账单记得打码地址和户号。'],
      ['priya', 'I put everyone\'s numbers in a table per square meter for my class. The students argued for forty minutes. Best lesson of the year.', ['xiaoman', '请发出来！我们老师也想看！']],
      ['theo', 'Chicago: $95 electricity, $40 water, and the lake is right there, mocking us.'],
      ['zhou.nainai', '我们老两口一个月水电加起来一百多。孩子们挣钱不容易，省着点花。', ['rosie.q', 'Grandma Zhou is looking out for all of us.']],
    ],
  },
  {
    key: 'bill-photo', by: 'rosie.q', days: 44.6, weight: 0.63, topics: ['costofliving', 'TikTokRefugee', 'Boston'], title: 'My actual bills, since you asked (Boston, one bedroom, one human)',
    text: 'Rent $2,350. Electricity $88. Gas $61. Internet $70. Phone $45. T pass $90. Groceries about $420 because eggs have become jewelry.\n\nI make $4,100 after tax. What is left goes to thrift shops and dread.\n\nNow you. Real numbers, no judging.',
    pictures: [['bills', 3, '3:4', 'Two bills on a desk with a calculator, a cup of coffee and some coins']],
    talk: [
      ['azhe', '深圳南山，十二平单间，房租2600元，水电200，地铁200，吃饭1800，税后一万一。剩的都存着，想买房，先别笑。', ['rosie.q', 'Nobody is laughing. Twelve square meters! How?'], ['azhe', 'Next note: how. I build shelves on the ceiling.']],
      ['yehang', '上海，合租一间房4200，咖啡比水电贵。'],
      ['lupe', 'San Antonio: mortgage $980, electricity $160, H-E-B tortillas: priceless.'],
      ['meilin', '温哥华退休人士：房子是八九年买的，不敢说话。', ['rosie.q', 'Mei bought in 1989. We bow.']],
      ['ajiao', '成都合租1200，火锅预算比房租高。'],
    ],
  },
  {
    key: 'twelve-sqm', by: 'azhe', days: 42, weight: 0.7, topics: ['租房', '收纳', '深圳'], title: '十二平怎么住出二十平：我量了三天',
    text: '一、床抬高到1.5米，下面放书桌，站着换衣服。\n二、门背后是墙，墙就要挂东西。\n三、折叠桌只在吃饭时存在。\n四、灯要三盏：一盏顶灯不要开，一盏落地，一盏夹子灯。房间会“变深”。\n五、少买一件，多一平。\n\n总花费830元，搬家能全部拆走。',
    layer: ['How to live twenty square meters in twelve: I measured for three days', '1. Raise the bed to 1.5 m, desk below.\n2. The back of a door is a wall, and walls are for hanging.\n3. The folding table exists only during meals.\n4. Three lamps: never the ceiling one, one standing, one clipped. The room gets deeper.\n5. Each thing not bought is a square meter.\n\nTotal 830 yuan, and everything comes with me when I move.'],
    pictures: [['room', 3, '3:4', '小房间里的沙发、落地灯和窗户'], ['desk', 3, '3:4', '窗边的书桌和台灯'], ['bookshelf', 12, '1:1', '摆满书的架子']],
    talk: [
      ['rosie.q', '"Each thing not bought is a square meter." I felt that in my closet.'],
      ['theo', 'The lamp trick works! I turned off the big light and my studio became a hotel.', ['azhe', 'Never the big light. 大灯一开，什么都没了。']],
      ['juzuo', '请问猫算几平？', ['azhe', '看公斤数，橘座大概要两平。']],
      ['gugu', '阳台呢？', ['azhe', '没有阳台，有一扇可以假装是阳台的窗。']],
    ],
  },
  {
    key: 'landlord-letter', by: 'azhe', days: 1.2, weight: 0.33, topics: ['租房', '猫咪', '深圳'], title: '房东回信了：可以养，但是有三个条件',
    text: '一、不能抓墙。\n二、退租时保洁。\n三、他女儿周末要来看猫。\n\n第三条他写得最详细，还画了一只猫。小猫暂时叫“三条”。',
    pictures: [['cat-nap', 22, '3:4', '灰色的小猫在垫子上睡着了'], ['cat-books', 1, '1:1', '灰猫趴在一摞书上']],
    talk: [
      ['juzuo', '我就说！房东都会沦陷的！', ['azhe', '多谢前辈的三页纸。']],
      ['amina', 'I have been checking every break. Welcome home, Three Rules!', ['azhe', 'Thank you for worrying! He sends you one paw.']],
      ['tess', 'The landlord drew a cat. Frame the letter.'],
      ['linxi', '三条！名字好听，打疫苗别忘了。'],
    ],
  },
  {
    key: 'sick-leave', by: 'amina', days: 30.2, weight: 0.38, topics: ['work', 'TikTokRefugee'], title: 'Nurses of the world: how many patients do you have at night?',
    text: 'Mine: 6 on a good night, 9 when two people call in sick. I am not complaining, I am counting. How is it where you are?',
    card: 'plain',
    talk: [
      ['zhou.nainai', '我儿媳妇是护士，说她们夜班一个人看二十多个床。我天天给她留热饭。', ['amina', 'Twenty! Please hug her for me. And keep the hot meals coming.'], ['zhou.nainai', '抱了。她说谢谢多伦多的姐妹。']],
      ['dale', 'Whatever they pay you all it is not enough.'],
      ['meilin', 'I interpreted in hospitals for years. Nurses everywhere say the same three words: "Did you eat?"'],
    ],
  },
  {
    key: 'square-dance', by: 'zhou.nainai', days: 20.2, weight: 0.67, topics: ['广场舞', '北京', '日常'], title: '我们队的新队形，缺两个人',
    text: '每晚七点半，公园南门。会不会跳都行，站后面跟着晃就行。\n\n上礼拜来了个外国小伙子，跟着跳了四首，出了一身汗，说比健身房好。我们送了他一把扇子。',
    layer: ['Our team has a new formation and needs two people', 'Every evening at half past seven, south gate of the park. You need not know how to dance, stand at the back and sway.\n\nLast week a foreign young man came, danced four songs, got soaked, and said it was better than the gym. We gave him a fan.'],
    pictures: [['dancing', 3, '3:4', '傍晚的广场上，一大群人排着队跳舞'], ['dancing', 6, '4:3', '华灯初上，大家举着手跳舞'], ['portrait', 2, '1:1', '一位笑着的人']],
    talk: [
      ['bea', 'I have watched the steps eleven times. Left, left, turn, clap? I will be your Minneapolis branch.', ['zhou.nainai', '左左右，转身再拍手。闺女你可以的。'], ['bea', 'Left left RIGHT. That explains the lamp.']],
      ['wes', 'What song do you dance to? I want to learn it on guitar.', ['zhou.nainai', '《最炫民族风》，孙女给你发。'], ['wes', 'Oh this absolutely rips.']],
      ['dale', 'Is there a chair section', ['zhou.nainai', '有，老李头就坐着拍手，也算队员。'], ['dale', 'Sign me up with Mr. Li.']],
    ],
  },
  {
    key: 'overtime', by: 'azhe', days: 26.7, weight: 0.29, topics: ['工作', '深圳'], title: '下班路上的二十分钟，是我一天里最好的部分',
    text: '九点半从公司出来，不坐地铁，走路回家。经过一家还亮着的便利店，买一个饭团，坐在门口的椅子上吃完。\n\n没有人找我，也没有人认识我。那二十分钟是我的。',
    pictures: [['corner-shop', 3, '3:4', '夜里亮着灯的便利店，门口停着自行车'], ['skyline-night', 8, '3:4', '夜晚的城市和水面倒影']],
    talk: [
      ['amina', 'My twenty minutes is the 6 a.m. bus, when the city belongs to nurses and bakers.', ['tangtang', '面包师在此，敬你一个菠萝包。']],
      ['yehang', '下次在门口遇见，我就是那个拿相机的。'],
      ['tess', 'This reads like the first page of a novel.'],
    ],
  },
  {
    key: 'library-card', by: 'tess', days: 39.4, weight: 0.42, topics: ['books', 'Portland', 'TikTokRefugee'], title: 'Things people have asked me at the library this week',
    text: '• Do you have a book? It was blue.\n• Can I print one page? (It was 214 pages.)\n• Is the quiet floor also for snoring?\n• How do you say "due date" in Chinese? (I asked here. 还书日期. Thank you, Teacher Chen.)\n\nNobody needed a phone number to get a card. I think about that a lot lately.',
    pictures: [['bookshelf', 14, '3:4', 'Shelves full of books with a cat asleep between them'], ['reading', 2, '1:1', 'Somebody reading in an armchair']],
    talk: [
      ['xiaoyu.reads', '“有一本书，蓝色的”，全世界图书馆员都听过。'],
      ['chen.laoshi', '还书日期：huán shū rì qī。“还”读 huán 是归还，读 hái 是还有。', ['tess', 'One character, two readings, and I used the wrong one on a child. He corrected me.']],
      ['owen', 'Was it The Great Gatsby? Blue book is always Gatsby.', ['tess', 'It was a bird guide.']],
    ],
  },
  {
    key: 'rent-questions', by: 'mumu', days: 17.1, weight: 0.24, topics: ['租房', '考研'], title: '考研合租，室友每天早上六点背单词，我该生气还是感谢',
    text: '他背得很大声：abandon, abandon, abandon。\n\n我现在做梦都在 abandon。',
    card: 'grid',
    talk: [['kiki', 'Plot twist: he never gets past "abandon".', ['mumu', 'Exactly!! Every day begin from A!'], ['kiki', 'Every day *begins* from A :) You asked for strict.']], ['priya', 'He abandoned B through Z.'], ['chen.laoshi', '明天让他从 Z 开始背。']],
  },
  {
    key: 'night-truck', by: 'dale', days: 3.6, weight: 0.5, topics: ['work', 'story'], title: 'Somebody asked what it is like to drive at night for thirty years',
    text: 'Mostly it is radio and coffee. You get to know every exit sign like a neighbor.\n\nBest thing I ever saw: 4 a.m., Nebraska, snow coming at the windshield like stars, Diesel asleep, and a train running right beside me for forty minutes. Engineer blinked his lights. I blinked mine.\n\nNever knew his name.',
    pictures: [['snow', 14, '3:4', 'A snowy night with a lit cabin under the mountains'], ['train', 8, '4:3', 'A long train crossing a valley']],
    talk: [
      ['theo', 'Dale. This is the best train story ever posted on this app and you drove a truck.'],
      ['xiaoman', '我读给外公听了。他说他也跟一列火车并排跑过，在河西走廊。他们一定是同一种人。', ['dale', 'You tell him I blink my lights at him.'], ['xiaoman', '他把家里的灯关了又开。']],
      ['yehang', '我拍了十年夜景，没拍到过这么好的。'],
      ['dongbei.ge', '大哥，干一杯（茶也行）。'],
    ],
  },
  {
    key: 'plant-rent', by: 'zoe.draws', days: 11.9, weight: 0.27, topics: ['balcony', 'plants'], title: 'I pay rent for eleven plants and they let me live here',
    text: 'The big one by the window is called Landlord.',
    pictures: [['room', 9, '3:4', 'A living room with a sofa, tall plants and city windows'], ['balcony', 2, '3:4', 'A balcony crowded with potted plants and string lights'], ['balcony', 12, '1:1', 'Pots on a balcony with towers far behind']],
    talk: [['gugu', '我家三十七盆，我是租客。', ['zoe.draws', 'Thirty-seven! You live in a jungle with a dog.'], ['gugu', '狗是保安。']], ['azhe', '请问 Landlord 允许养猫吗？', ['zoe.draws', 'With three conditions.']]],
  },
  {
    key: 'moving-box', by: 'linxi', days: 34.1, weight: 0.22, topics: ['搬家', '厦门'], title: '搬到一个能听见海的房子',
    text: '房租贵三百，少了一个柜子，多了一个海。\n\n第一晚没睡着，以为是空调在响。',
    pictures: [['sea', 7, '3:4', '清晨的海，灯塔，帆船'], ['room', 4, '3:4', '有大窗户的客厅'], ['suitcase', 4, '1:1', '打开的行李箱，衣服卷得整整齐齐']],
    talk: [['kiki', 'You will never be able to sleep without it again. Ask me how I know.'], ['tess', 'One cupboard less, one sea more. Good trade.'], ['shanye', '山里的人表示：我那边多的是风。']],
  },
]
