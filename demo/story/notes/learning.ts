import type { Draft } from '../draft.ts'

export const learning: readonly Draft[] = [
  {
    key: 'day-12', by: 'jordan.k', days: 34.8, weight: 0.88, topics: ['学中文', 'TikTokRefugee', 'LearnChinese'], title: 'Day 12 of learning Chinese: correct my homework?',
    text: 'I wrote five sentences. Please use the red pen.\n\n1. 我是很喜欢你的猫。\n2. 我有二个姐姐。\n3. 昨天我去了商店和买牛奶。\n4. 我的中文是不好。\n5. 谢谢你们教我！',
    pictures: [['desk', 9, '3:4', 'A desk at night: open exercise book, lamp, pencils'], ['cards', 5, '1:1', 'Home-made flash cards with little drawings']],
    pin: 0,
    talk: [
      ['chen.laoshi', '红笔来了：\n1. 我很喜欢你的猫。（“很”前面不要“是”）\n2. 我有两个姐姐。（数东西用“两”）\n3. 昨天我去商店买了牛奶。（动作连着说，不用“和”）\n4. 我的中文不好。（同1）\n5. 满分！', ['jordan.k', 'So 是 is not "am" before an adjective. My whole life makes sense now.'], ['chen.laoshi', '对！形容词自己就能当谓语，它很独立。'], ['priya', '"Adjectives are independent" is going on my classroom wall.']],
      ['xiaoman', '第5句我看了想哭，是真的学会了。', ['jordan.k', '谢谢小满老师。']],
      ['mumu', 'Your handwriting is better than me. 我的英语作业可以发你吗？', ['jordan.k', 'Better than MINE :) Yes, deal! Homework exchange.'], ['mumu', 'better than mine! 记住了。']],
      ['dale', 'I only know 谢谢 and 狗. So far it has been enough.'],
      ['tess', 'Number 4 with the "是不好" is my exact mistake. Thank you for making it in public, Jordan.'],
    ],
  },
  {
    key: 'tones-song', by: 'wes', days: 26.3, weight: 0.64, topics: ['学中文', 'music', 'LearnChinese'], title: 'A guitarist explains the four tones to himself',
    text: 'First tone: hold a high G and do not move.\nSecond: slide up, like you are asking "what?"\nThird: dip low, growl a little, come back only if you are alone.\nFourth: palm mute. Done. Get out.\n\nNative speakers, is this right or have I invented a new language?',
    pictures: [['guitar', 3, '3:4', 'An acoustic guitar leaning beside a small stool, notes rising from it']],
    talk: [
      ['mobai', '太准了。第三声“独处时才回来”，前面后面有别的字就只走一半。', ['wes', 'So third tone is shy in company!'], ['chen.laoshi', '这个比喻我明天上课就用，可以吗？'], ['wes', 'I would be honored, Teacher Chen.']],
      ['xiaoman', 'Now say 妈麻马骂 on guitar please', ['wes', 'Recorded it. My neighbor knocked. He wants to learn too.']],
      ['linxi', '闽南话有七个声调，要不要加弦', ['wes', 'SEVEN. I am going to need a harp.']],
    ],
  },
  {
    key: 'slang-10', by: 'xiaoman', days: 29.5, weight: 0.81, topics: ['网络用语', 'slang', '学中文'], title: '给新朋友的十个网络词，附使用说明',
    text: '1. 绝绝子：特别好（现在说有一点点过时，慎用）\n2. yyds：永远的神，GOAT\n3. 破防了：被戳中了，好笑或者想哭\n4. 摸鱼：上班偷懒\n5. 内卷：大家都很累但是谁也不敢停\n6. 躺平：不卷了\n7. 社恐：怕跟人说话\n8. 显眼包：爱出风头、好玩的人\n9. 尊嘟假嘟：真的假的（可爱版）\n10. 吃瓜：看热闹，不说话\n\n作业：用其中两个词写一条评论。',
    layer: ['Ten words of Chinese internet slang, with instructions', '1. 绝绝子 juéjuézǐ: amazing (a bit dated now, use with care)\n2. yyds: "forever the god", GOAT\n3. 破防了 pòfáng le: it got me, in laughter or tears\n4. 摸鱼 mōyú: "feeling for fish", slacking at work\n5. 内卷 nèijuǎn: everyone is tired and nobody dares to stop\n6. 躺平 tǎngpíng: "lying flat", not doing that any more\n7. 社恐 shèkǒng: afraid of talking to people\n8. 显眼包 xiǎnyǎnbāo: a lovable show-off\n9. 尊嘟假嘟 zūndū jiǎdū: really? (cute version)\n10. 吃瓜 chīguā: "eating melon", watching the drama in silence\n\nHomework: use two of them in a comment.'],
    card: 'notebook',
    talk: [
      ['tess', '我社恐，我喜欢吃瓜。', ['xiaoman', '满分！十分自然！'], ['tess', '破防了 (did I do it?)'], ['xiaoman', '你做到了！！']],
      ['jordan.k', '经理是显眼包。', ['dongbei.ge', '经理对此表示：嗷呜——']],
      ['azhe', '上班摸鱼看到这条，感觉被点名了。'],
      ['dale', 'What would a fella call a truck that always breaks down', ['dongbei.ge', '叫“老伙计”。'], ['dale', 'That is what I called it too.']],
      ['zhou.nainai', '奶奶也学一个：孙女说我是广场舞 yyds。', ['bea', 'Grandma Zhou yyds!!']],
      ['nick.w', '尊嘟假嘟 sounds like something Biscuit would say.'],
    ],
  },
  {
    key: 'english-corner-rain', by: 'mumu', days: 8.2, weight: 0.42, topics: ['EnglishCorner', '考研', '学英语'], title: 'English corner day 30: my paragraph about rain',
    text: 'When I was child, I am afraid of the thunder. My grandmother told me that the sky is moving its furnitures. Since then I listen the thunder and I think: which room they are arranging?\n\nPlease correct me strictly.',
    pictures: [['street-rain', 3, '3:4', '雨天的街上，两个人撑着伞'], ['reading', 10, '1:1', '有人坐在扶手椅里看书，窗外下雨']],
    talk: [
      ['tess', 'Strict version: "When I was a child, I was afraid of thunder. My grandmother told me that the sky was moving its furniture. Since then, when I listen to thunder, I wonder which room they are rearranging." But the idea is so beautiful I nearly didn\'t correct it.', ['mumu', 'furniture no s! listen TO! Thank you teacher Tess!'], ['tess', 'You are a writer, Mumu. The grammar is just furniture.']],
      ['priya', 'The sky moving its furniture. I have goosebumps.'],
      ['xiaoyu.reads', '奶奶是诗人。'],
    ],
  },
  {
    key: 'radicals', by: 'chen.laoshi', days: 38.7, weight: 0.72, topics: ['学中文', '汉字', 'LearnChinese'], title: '三点水、木字旁、口字旁：看见偏旁就能猜一半',
    text: '给刚开始认字的朋友一张小地图：\n\n氵 和水有关：河、海、汤、洗\n木 和树有关：林、桌、椅、桥\n口 和嘴有关：吃、喝、唱、问\n忄 和心情有关：怕、快、忙\n饣 和食物有关：饭、饺、饿、饱\n\n遇到不认识的字，先看左边，再看上下文，你会发现自己已经认识很多了。',
    layer: ['Water, tree, mouth: read the left side and you can guess half', 'A small map for those who begin:\n\n氵 has to do with water: river 河, sea 海, soup 汤, wash 洗\n木 with trees: forest 林, table 桌, chair 椅, bridge 桥\n口 with the mouth: eat 吃, drink 喝, sing 唱, ask 问\n忄 with feelings: fear 怕, fast/glad 快, busy 忙\n饣 with food: rice 饭, dumpling 饺, hungry 饿, full 饱\n\nMeet an unknown character: look left first, then at the sentence. You know more than you think.'],
    pictures: [['cards', 2, '3:4', '一张张小卡片，画着房子、水滴、鱼和太阳'], ['calligraphy', 2, '3:4', '书桌上的宣纸、砚台和毛笔'], ['maths', 3, '1:1', '方格纸上的练习']],
    talk: [
      ['jordan.k', '"Busy" has the heart radical?? 忙 = heart + lost. Chinese is out here being a poet.', ['chen.laoshi', '右边是“亡”，声旁。但是很多人都愿意按你这样理解。'], ['mobai', '心亡为忙。忙的时候记得休息。']],
      ['amina', 'I read 汤 on a menu today! Because of three little drops! I ordered it! It was soup!', ['chen.laoshi', '这就是最好的考试，满分。']],
      ['theo', '桥, bridge, has a tree because they were made of wood. I am so happy.'],
      ['doudou.ma', '豆豆说外国叔叔阿姨学得比他认真，他有点着急了。'],
    ],
  },
  {
    key: 'hand-writing', by: 'mobai', days: 15.8, weight: 0.53, topics: ['书法', '汉字'], title: '“永”字八法，写了二十年还在写',
    text: '点、横、竖、钩、提、撇、短撇、捺。一个字里有八种笔画，老师让我们先写一年“永”。\n\n一年之后我问老师，可以写别的了吗。老师说，可以，再写一年。',
    pictures: [['calligraphy', 4, '3:4', '一张写好的宣纸，旁边是砚台、墨和毛笔'], ['calligraphy', 1, '3:4', '宣纸上的水墨'], ['tea', 9, '1:1', '一壶茶，三只小杯']],
    talk: [
      ['bea', 'My knitting teacher made me do only garter stitch for a winter. Same teacher, I think.', ['mobai', '天下的老师都是一个人。']],
      ['zoe.draws', 'What paper is that? It drinks the ink so beautifully.', ['mobai', '生宣，越薄越吃墨，先用便宜的毛边纸练。'], ['zoe.draws', 'Ordering máobiān paper. Pray for my table.']],
      ['mumu', '“可以，再写一年”，笑着笑着想到了考研。'],
    ],
  },
  {
    key: 'measure-words', by: 'tess', days: 6.1, weight: 0.56, topics: ['学中文', 'LearnChinese', '猫咪'], title: 'Measure words, explained by where my cat is sitting',
    text: '一只猫: one cat (on the chair)\n一张桌子: one table (she is now on the table)\n一本书: one book (she is on the book)\n一条鞋带: one shoelace (she has the shoelace)\n一个问题: one problem (me)',
    pictures: [['cat-window', 13, '3:4', 'A black cat on a windowsill in the morning'], ['cat-box', 12, '1:1', 'The black cat in a box']],
    talk: [
      ['chen.laoshi', '五个量词全对！“一条鞋带”很多孩子都会错。', ['tess', 'Mochi takes full credit.']],
      ['xiaoman', '再送你一个：一坨猫 (yì tuó māo), a lump of cat, when she sleeps.', ['tess', 'A LUMP OF CAT. That is the official unit.'], ['juzuo', '橘座是两坨。']],
      ['jordan.k', 'Mochi teaches better than my app.'],
      ['meilin', 'Forty years of translating and I have never seen it explained so well.'],
    ],
  },
  {
    key: 'polite', by: 'dale', days: 23.8, weight: 0.58, topics: ['学中文', 'TikTokRefugee'], title: 'How do I say thank you to older people here?',
    text: 'I have learned xiexie. But a lady of 71 told me to keep warm and I would like to answer the right way. In Ohio I would say yes ma’am.',
    card: 'plain',
    talk: [
      ['xiaoman', '您可以说：谢谢您，周奶奶。(xièxie nín, Zhōu nǎinai). 您 is the polite "you".', ['dale', '谢谢您，周奶奶。']],
      ['zhou.nainai', '看到了。不客气。我比您大不了几岁，叫周大姐就行。', ['meilin', 'She says she is barely older than you, call her Big Sister Zhou.'], ['dale', 'Well I will be. 谢谢您，周大姐。'], ['zhou.nainai', '哎。']],
      ['chen.laoshi', '“您”就是“你”下面放一个“心”，把人放在心上。', ['dale', 'You on top of a heart. I wrote that on the fridge.']],
      ['amina', 'I have read this thread three times. It is the best medicine on the ward.'],
    ],
  },
  {
    key: 'book-english', by: 'xiaoyu.reads', days: 13.1, weight: 0.33, topics: ['读书', '学英语'], title: '想读第一本英文原版书，求推荐，高中英语水平',
    text: '不要童话，不要太长，最好是真的好看。\n\n试过一次经典名著，第一页查了四十个词，合上了，现在垫着显示器。',
    pictures: [['bookshelf', 7, '3:4', '一整面书架，书之间卧着猫'], ['reading', 5, '3:4', '有人坐在椅子上看书']],
    talk: [
      ['tess', 'Librarian here, my moment has come. Try "The Old Man and the Sea": short sentences, under 130 pages, one boat, one fish. Or "Charlotte\'s Web", which is a children\'s book but will break your heart properly.', ['xiaoyu.reads', '太好了！一条船一条鱼，词汇量应该够。'], ['tess', 'Tell me when you reach the sharks.']],
      ['mumu', '听播客加看书一起，速度会快很多。'],
      ['owen', 'English teacher vote: "Of Mice and Men". 100 pages, plain words, bring tissues.'],
    ],
  },
  {
    key: 'homophones', by: 'linxi', days: 4.9, weight: 0.38, topics: ['学中文', 'slang'], title: '为什么中国人微信里发520',
    text: '因为五二零念起来像“我爱你”。\n\n同理：\n88 = 拜拜\n666 = 溜溜溜，厉害\n995 = 救救我\n1314 = 一生一世\n\n所以如果你的中国朋友回你666，不是魔鬼，是夸你。',
    card: 'grid',
    talk: [
      ['owen', 'So when my student wrote 666 under my lesson video…', ['linxi', 'He said you are awesome!'], ['owen', 'I called his parents. I owe that kid an apology.'], ['grace.lee', 'Please tell us how the apology goes.']],
      ['priya', '1314 is also not prime, 2 × 3 × 3 × 73. Love is composite.', ['linxi', '哈哈哈数学老师的浪漫！']],
      ['rosie.q', '995 is my texting style.'],
    ],
  },
  {
    key: 'listening', by: 'jordan.k', days: 19.9, weight: 0.4, topics: ['学中文', 'LearnChinese'], title: 'I understood a whole sentence at the grocery store today',
    text: 'The auntie at the register said to her friend: 这个小伙子每天都来买豆腐。 (This young man comes to buy tofu every day.)\n\nI said: 因为很好吃。\n\nShe dropped the tofu.',
    card: 'letter',
    talk: [
      ['chen.laoshi', '“因为很好吃”，自然，得体，满分。豆腐还好吗？', ['jordan.k', 'The tofu did not make it. She gave me two new ones.']],
      ['meilin', 'From today you will never pay full price in that store again.'],
      ['ajiao', '下次说：阿姨，来点豆瓣酱。'],
      ['laowang', '好小伙子！'],
    ],
  },
  {
    key: 'pinyin-hotel', by: 'theo', days: 32.2, weight: 0.27, topics: ['学中文', 'trains'], title: 'Learned 60 characters from metro station names alone',
    text: '门 gate, 路 road, 西 west, 南 south, 桥 bridge, 公园 park, 广场 square, 换乘 transfer. If I ever get lost in China I can at least change trains.',
    pictures: [['train', 3, '4:3', 'A train crossing a viaduct in front of snowy mountains']],
    talk: [
      ['yehang', '换乘学会了就什么都会了。上海地铁欢迎你。'],
      ['azhe', '再加一个：请勿倚靠，门上写的，别靠着门。', ['theo', '请勿倚靠! Four characters of excellent advice.']],
    ],
  },
  {
    key: 'verb-le', by: 'bea', days: 2.9, weight: 0.24, topics: ['学中文', 'LearnChinese'], title: 'Please explain 了 to me like I am a tired knitter',
    text: 'Sometimes it is past. Sometimes it is not. Sometimes it is "now it is different". I have dropped every stitch.',
    card: 'plain',
    talk: [
      ['meilin', 'Think knitting: 我织了一条围巾 = the scarf came off the needles (finished). 下雪了 = it was not snowing, now it is (new situation). One 了 closes a row, the other turns the work.', ['bea', 'One closes a row, the other turns the work. MEI. I get it.'], ['chen.laoshi', '林梅姐这个解释可以进教材。']],
      ['xiaoman', '例句：我明白了！= I understand now (before: no).', ['bea', '我明白了！']],
    ],
  },
  {
    key: 'idiom', by: 'luobei', days: 36.9, weight: 0.3, topics: ['学中文', '成语'], title: '“马马虎虎”为什么有马又有虎',
    text: '传说有个画家画了个老虎头，又有人请他画马，他就接着画了马的身子。别人问这是马还是虎，他说：马马虎虎吧。\n\n所以马马虎虎就是：差不多，还行，不太认真。',
    pictures: [['calligraphy', 7, '3:4', '宣纸上的画，旁边放着毛笔和砚台']],
    talk: [['zoe.draws', 'Half horse half tiger is also every illustration I submit on a Friday.', ['luobei', '周五的画家都是马马虎虎的。']], ['jordan.k', '我的中文马马虎虎。', ['chen.laoshi', '谦虚了，用得很对。']]],
  },
]
