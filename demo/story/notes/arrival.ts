import type { Draft } from '../draft.ts'

export const arrival: readonly Draft[] = [
  {
    key: 'tess-hello', by: 'tess', days: 60.5, weight: 0.72, topics: ['TikTokRefugee', 'Portland'], title: 'Hello from Portland, I do not know how anything works',
    text: 'My app is closing so I packed one bag and came here. I cannot read Chinese yet. Is there a rule about shoes? Do I take off my shoes?',
    pictures: [['suitcase', 2, '3:4', 'An open suitcase half packed with rolled clothes, a camera and a passport'], ['bridge', 3, '4:3', 'A tall green suspension bridge with a snowy mountain behind']],
    talk: [
      ['xiaoman', 'Welcome!! Yes, take off your shoes, here are slippers 🩴 Sit anywhere.', ['tess', 'The slippers fit.'], ['xiaoman', '我们有各种尺码的。']],
      ['laowang', '来了就是客，先吃饭。'],
      ['grace.lee', 'Welcome. The button with 译 shows you everything in English, and the original is one tap away.', ['tess', 'I pressed it and the whole house lit up.']],
      ['juzuo', '请问带猫了吗', ['tess', 'Tomorrow. I promise.']],
      ['zhou.nainai', '好孩子，别客气。'],
    ],
  },
  {
    key: 'host-guide', by: 'xiaoman', days: 59.8, weight: 0.87, topics: ['TikTokRefugee', '新手指南'], title: '给刚搬来的朋友：一张小小的入住指南',
    text: '一、看不懂就点“译”，点错了也没关系。\n二、可以用英语评论，大家会看懂的。\n三、问工资、问体重在有些地方不礼貌，问“吃了吗”在哪里都礼貌。\n四、晒猫免税。\n五、有人不友好，就举报，会有人看。大多数人只是不好意思先说话。\n\n欢迎你们。',
    layer: ['For friends who just moved in: a small house guide', '1. If you cannot read it, press 译. You cannot break anything.\n2. Comment in English, people will understand.\n3. Asking about salary or weight is not polite everywhere. Asking "have you eaten?" is polite everywhere.\n4. Cats are tax free.\n5. If somebody is unkind, report it, a person will read it. Most people are only too shy to speak first.\n\nWelcome.'],
    pictures: [['phone-hand', 3, '3:4', '一只手拿着手机，屏幕上是许多小图片'], ['friends', 5, '3:4', '一群朋友笑着合影'], ['video-call', 2, '1:1', '屏幕上两个人在视频聊天，一边白天一边黑夜']],
    talk: [
      ['tess', 'Have you eaten?', ['xiaoman', '吃了！你呢？'], ['tess', 'Noodles. I am fitting in.']],
      ['nick.w', 'In Britain "have you eaten" is replaced by a comment about rain, but same idea.'],
      ['ada', 'Pinning this one to the welcome page, with your permission, Xiaoman. 可以吗？', ['xiaoman', '当然可以！好荣幸！']],
      ['dale', 'Number five is good manners anywhere.'],
      ['rosie.q', 'I was ready for a fight and you gave me slippers.'],
    ],
  },
  {
    key: 'dale-first', by: 'dale', days: 56.4, weight: 0.55, topics: ['TikTokRefugee'], title: 'My name is Dale and my granddaughter set this up',
    text: 'She is at school now so if I push the wrong button I am sorry. I do not have much to show. It is raining here.',
    card: 'plain',
    talk: [
      ['laowang', '大哥好！西安今天也下雨。', ['dale', 'Well how about that.']],
      ['xiaoman', 'Hello Mr. Dale! You pushed all the right buttons.'],
      ['dongbei.ge', '老哥，咱这儿下雪，有啥看啥，别拘束。'],
      ['kiki', 'Same planet rain. Hello Dale!'],
    ],
  },
  {
    key: 'what-surprised', by: 'rosie.q', days: 41.7, weight: 0.79, topics: ['TikTokRefugee', 'culture'], title: 'Things that surprised me in two weeks here, in order',
    text: '1. Everyone shows me their lunch.\n2. Grandmothers have better comment sections than celebrities.\n3. People fix my Chinese without making me feel stupid.\n4. You can order soup to a train??\n5. "Have you eaten" is I love you.\n6. I thought we would have nothing to say to each other.',
    layer: ['来这里两周，让我意外的事（按顺序）', '1. 每个人都给我看午饭。\n2. 奶奶们的评论区比明星的好看。\n3. 大家改我的中文，我一点也不觉得丢脸。\n4. 高铁上可以点外卖？？\n5. “吃了吗”就是“我爱你”。\n6. 我以为我们会没话说。'],
    card: 'letter',
    talk: [
      ['xiaoman', '第六条，我也是这么以为的。', ['rosie.q', 'And now look at us.']],
      ['theo', 'Number 4. I need everyone to understand that you can order soup TO A TRAIN. To your seat number.', ['yehang', '到站送上车，五分钟，热的。'], ['theo', 'I am not okay.']],
      ['zhou.nainai', '第二条说的是我吗', ['rosie.q', 'You and only you.']],
      ['azhe', '第五条，翻译满分。'],
      ['meilin', 'Number 5 took my Canadian husband eleven years.'],
    ],
  },
  {
    key: 'host-surprised', by: 'ajiao', days: 40.8, weight: 0.68, topics: ['TikTokRefugee', '日常'], title: '轮到我说了：你们让我意外的事',
    text: '1. 真的会有人回我两百字的长评论，还分段。\n2. 你们夸人是真夸，“这是我见过最好的面”，我只是煮了个面。\n3. 冰水。冬天。早上。为什么。\n4. 一份沙拉可以当一顿饭，并且是在没有人逼迫的情况下。\n5. 你们也会想家。',
    layer: ['My turn: what surprised me about you', '1. People really answer with two hundred words. In paragraphs.\n2. When you praise, you mean it. "The best noodles I have ever seen." I only boiled noodles.\n3. Iced water. In winter. In the morning. Why.\n4. A salad can be a meal, and nobody is forcing you.\n5. You get homesick too.'],
    card: 'letter',
    talk: [
      ['maya.cooks', 'We do not know why the iced water. We were raised this way.', ['ajiao', '来成都，第一件事：换热水。']],
      ['bea', 'It is −20 outside and I am drinking iced water as I read this. I have no defense.', ['zhou.nainai', '闺女！喝热的！'], ['bea', 'Yes grandma. Kettle is on.']],
      ['jordan.k', 'Number 5. Yeah.'],
    ],
  },
  {
    key: 'lost-friends', by: 'kiki', days: 51.6, weight: 0.4, topics: ['TikTokRefugee', 'community'], title: 'Looking for my mutuals from the ocean side of the old app',
    text: 'If you know the difference between a nudibranch and a flatworm, you are my people. I imported my list and three of you showed up already. Say hi if you arrive later.',
    pictures: [['sea', 3, '3:4', 'A calm sea in the morning with a lighthouse and a sailing boat'], ['dog-beach', 36, '4:3', 'A corgi trotting along the beach']],
    talk: [['linxi', '我不是老朋友，但我认识海蛞蝓，可以加入吗？', ['kiki', 'You know nudibranchs! You are promoted immediately.']], ['sam.hikes', 'I know neither but I like your corgi.', ['kiki', 'Also a valid membership.']]],
  },
  {
    key: 'ada-hello', by: 'ada', days: 58.7, weight: 0.6, topics: ['Vermilion', 'community'], title: 'Where your things are kept, in plain words',
    text: 'Many of you asked, and you were right to ask.\n\n• Your notes and pictures are on this site\'s own disk, in the house you chose.\n• We never ask for a phone number. E-mail is optional.\n• Location data inside your photos is removed before anyone sees them.\n• You can take everything with you in one file, any day, without asking me.\n• If something is removed, you will be told why, in your language.\n\nQuestions below. I read all of them.',
    layer: ['你们的东西放在哪里，用大白话说', '很多人问，问得对。\n\n• 笔记和照片存在本站自己的硬盘上。\n• 从不要手机号，邮箱可填可不填。\n• 照片里的定位信息，公开前就去掉了。\n• 任何一天，都可以把所有东西打包成一个文件带走，不用问我。\n• 如果有内容被移除，会用你的语言告诉你原因。\n\n有问题写在下面，我都看。'],
    card: 'plain',
    pin: 0,
    talk: [
      ['ada', 'Frequent question: can other people see my reading history? No. 常见问题：别人能看到我的浏览记录吗？不能。'],
      ['owen', 'You removed GPS from photos by default. I could hug you.', ['ada', 'It is one line of code and it should be everywhere.']],
      ['azhe', '技术问题：备份频率？', ['ada', 'Every night, tested every Sunday by restoring it on an empty machine. 每晚备份，每周日真恢复一次。'], ['azhe', '真恢复一次，这句话让人放心。']],
      ['tess', 'As a librarian, I approve this privacy policy and would like it bound in leather.'],
    ],
  },
  {
    key: 'grace-rules', by: 'grace.lee', days: 57.9, weight: 0.48, topics: ['Vermilion', 'community'], title: 'How I read a report, so that nobody has to guess',
    text: 'Step one: I read the whole thread, not only the line that was reported.\nStep two: I read it in the original. If I am not sure, I ask a second person.\nStep three: I write a reason you can read. "Violates guidelines" is not a reason.\nStep four: you may appeal, and somebody who is not me will look.\n\nI would rather be slow than unfair.',
    layer: ['我是怎么处理举报的，免得大家猜', '第一步：看完整串对话，不只看被举报的那一句。\n第二步：看原文。拿不准就找第二个人一起看。\n第三步：写一个你能看懂的理由。“违反社区规范”不算理由。\n第四步：你可以申诉，会由不是我的人来看。\n\n宁可慢一点，不要冤枉人。'],
    card: 'plain',
    talk: [['nick.w', '"Violates guidelines is not a reason." Put it on a mug.'], ['xiaoyu.reads', '第三步，很多地方做不到。谢谢。'], ['owen', 'As someone who was once banned for posting a diagram of a frog: thank you.', ['grace.lee', 'The frog may stay.']]],
  },
  {
    key: 'first-week', by: 'jordan.k', days: 53.3, weight: 0.37, topics: ['TikTokRefugee', '学中文'], title: 'One week in. I have a Chinese name now.',
    text: 'Teacher Chen asked what my name means (Jordan, a river that flows down) and Auntie Mei asked what I want to be (useful). They argued kindly for a day. I am 江有为 Jiāng Yǒuwéi.\n\nJiāng is river. Yǒuwéi: one who will do something with his life.\n\nNo pressure.',
    pictures: [['calligraphy', 9, '3:4', 'A sheet of paper with ink painting, a brush and an ink stone beside it'], ['portrait', 5, '1:1', 'A smiling person in front of a plain background']],
    talk: [['mobai', '好名字。我写一幅送你，挂墙上。', ['jordan.k', 'Mobai I will frame it bigger than my diploma.']], ['chen.laoshi', '有为同学，作业交了吗？', ['jordan.k', '明天交！！']], ['meilin', 'River that will amount to something. It suits you.']],
  },
  {
    key: 'chinese-names', by: 'meilin', days: 49.5, weight: 0.52, topics: ['学中文', 'TikTokRefugee'], title: 'I am opening a Chinese-name counter. One name per customer.',
    text: 'Tell me your name, what it means if you know, and one thing you love. I have a pot of tea and the whole afternoon. Teacher Chen will check my spelling.',
    pictures: [['tea', 5, '3:4', 'A teapot and small cups on a wooden tray'], ['portrait', 7, '3:4', 'A kind face looking at you']],
    talk: [
      ['tess', 'Tess, from Theresa, "harvest" maybe. I love Mochi.', ['meilin', '黛丝 is the easy one. But for you: 麦知夏 Mài Zhīxià, "wheat that knows summer".'], ['tess', 'I am wheat that knows summer. I have to lie down.']],
      ['wes', 'Wesley, "western meadow". I love my guitar.', ['meilin', '原野 Yuán Yě. Open country. It is also how a guitar sounds.'], ['chen.laoshi', '“原”可以作姓，妙。']],
      ['dale', 'Dale. It is a valley. I love my dog.', ['meilin', '谷大山 Gǔ Dàshān. Valley, big mountain.'], ['dongbei.ge', '谷大哥！听着就靠得住！'], ['dale', 'I like that fine.']],
      ['bea', 'Bea, short for Beatrice, "she who brings joy". Yarn.', ['meilin', '毕乐棉. Bì Lèmián. Joy, and cotton. I could not resist.']],
    ],
  },
  {
    key: 'mirror-culture', by: 'nick.w', days: 47, weight: 0.3, topics: ['TikTokRefugee', 'culture'], title: 'British man discovers he has been holding chopsticks like a pencil for 34 years',
    text: 'Ajiao watched my video and said, very gently, "the food is afraid of you".',
    pictures: [['noodle-bowl', 15, '3:4', 'A bowl of noodles with chopsticks'], ['dumplings', 12, '1:1', 'Dumplings in a steamer, chopsticks in front']],
    talk: [['ajiao', '下面那根不动，上面那根动，像小鸟吃米。', ['nick.w', 'Like a small bird eating rice. Practised on peas. Lost four to Biscuit.']], ['meilin', 'My husband needed a decade. You have time.']],
  },
]
