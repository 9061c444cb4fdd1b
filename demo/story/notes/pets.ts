import type { Draft } from '../draft.ts'

export const pets: readonly Draft[] = [
  {
    key: 'mochi-tax', by: 'tess', days: 46, weight: 0.98, topics: ['petTax', 'TikTokRefugee', '猫咪'], title: 'Paying my pet tax: this is Mochi, she hates Mondays',
    text: 'I was told at the border that there is a cat tax, so here she is.\n\nMochi, four years old, adopted from the Oregon Humane Society. Likes: the radiator, one specific shoelace, the sound of the can. Dislikes: Mondays, my brother, the concept of doors.\n\nIs this enough? I have more documents.',
    layer: ['交一下宠物税：这是麻薯，她讨厌星期一', '听说入境要交猫税，我把她带来了。\n\n麻薯，四岁，领养的。喜欢：暖气片、某一根鞋带、开罐头的声音。讨厌：星期一、我弟弟、所有关着的门。\n\n够了吗？我还有别的材料。'],
    pictures: [['cat-window', 4, '3:4', 'A black cat sitting upright on a windowsill between two curtains'], ['cat-close', 14, '1:1', 'The same black cat very close to the camera, yellow eyes wide'], ['cat-box', 3, '3:4', 'The black cat looking out of a cardboard box, one ball of wool nearby']],
    pin: 0,
    talk: [
      ['grace.lee', 'Documents accepted. Welcome in. 欢迎欢迎！', ['tess', 'I have never been so relieved by bureaucracy.']],
      ['juzuo', '税务局已盖章。请继续每周缴纳。', ['tess', 'Weekly?? I can do daily.'], ['juzuo', '每日缴纳者，授予荣誉居民称号。']],
      ['xiaoman', 'She is so beautiful!! In Chinese we can call a black cat 玄猫 (xuán māo), people believe it brings good luck.', ['tess', 'Mochi has read this and is now unbearable.'], ['chen.laoshi', '小满解释得好。“玄”就是黑里带一点红。'], ['tess', 'Black with a little red! In the sun she really is a bit brown.']],
      ['linxi', '眼睛像两颗蜂蜜糖，可以摸吗', ['meilin', 'She says: eyes like two honey candies, may I pet?'], ['tess', 'You may pet. Three strokes. After four it is at your own risk.']],
      ['dale', "Mine's a dog, does that count for taxes", ['juzuo', '狗税隔壁窗口，谢谢配合。'], ['gugu', 'Dog tax window open! 欢迎！']],
      ['owen', 'Okay, this is the best corner of the internet.'],
      ['amina', 'The shoelace! Biryani has a hair tie she will defend with her life.'],
    ],
  },
  {
    key: 'juzuo-quilt', by: 'juzuo', days: 30.4, weight: 0.86, topics: ['猫咪', '日常'], title: '八公斤的猫压在身上，是一种什么体验',
    text: '凌晨三点，梦见自己被埋在面粉袋子底下。睁眼一看，橘座。\n\n它不是睡在我旁边，是睡在我“上面”。试着翻身，它叹了一口气，那种领导对下属很失望的叹气。\n\n于是我没翻身。今早落枕。',
    layer: ['What it is like to be slept on by an eight-kilo cat', 'Three in the morning, I dreamed I was buried under sacks of flour. Opened my eyes: it was him.\n\nHe does not sleep next to me. He sleeps on me. I tried to turn over and he sighed, the way a boss sighs at a disappointing employee.\n\nSo I did not turn over. This morning my neck does not work.'],
    pictures: [['cat-nap', 10, '3:4', '橘猫蜷在红色垫子上睡着了，旁边有一盏落地灯'], ['cat-close', 4, '1:1', '橘猫的大脸，凑得很近']],
    talk: [
      ['tess', 'The disappointed boss sigh. I know it. I live under it.', ['juzuo', '原来全世界的猫都是领导。']],
      ['maya.cooks', 'Eight kilos is 17.6 pounds. That is not a cat, that is a Thanksgiving turkey.', ['juzuo', '谢谢，他说他比火鸡好看。']],
      ['doudou.ma', '豆豆说：能不能寄来压我的作业。'],
      ['nick.w', 'Honest question, is he overweight or just big boned?', ['juzuo', '医生说“有一点点圆”。我们全家坚持说是毛。'], ['nick.w', 'Ah yes. The fur defence.']],
      ['zhou.nainai', '猫压被子，说明家里暖和。好事。'],
    ],
  },
  {
    key: 'biscuit-first', by: 'nick.w', days: 27.2, weight: 0.7, topics: ['petTax', 'dogs', 'TikTokRefugee'], title: 'Dog tax from Bristol: Biscuit, eleven weeks, no thoughts',
    text: 'He has learned: sit (sometimes), his name (when there is cheese), and how to open the washing machine.\n\nHe has not learned: stairs, patience, that the dog in the mirror is also Biscuit.',
    pictures: [['dog-park', 1, '3:4', 'A golden puppy sitting on the grass in a park with a tennis ball'], ['dog-close', 4, '1:1', 'The puppy looking straight at you, wearing a red bandana'], ['dog-beach', 1, '4:3', 'The puppy running along the edge of the sea']],
    talk: [
      ['gugu', '饼干！名字太适合了。我家的叫豆包，要不要组一个点心铺', ['nick.w', 'Translated this and laughed out loud. A snack shop. Yes. Biscuit is management.'], ['tangtang', '我出面包，你们出店员。']],
      ['dale', 'That face. My lab Diesel went through three boots and a fishing license.', ['nick.w', 'Not the license!'], ['dale', 'Had to explain it to the warden.']],
      ['dongbei.ge', '好小伙儿！等他长大来哈尔滨，我家经理带他滑雪。', ['xiaoman', '(His husky is named Manager. It is a long story.)']],
      ['kiki', 'The dog in the mirror stage is so precious. Enjoy it.'],
    ],
  },
  {
    key: 'doubao-flower', by: 'gugu', days: 21.6, weight: 0.58, topics: ['狗狗', '阳台'], title: '出门十分钟，回来花没了',
    text: '案发现场：阳台。\n嫌疑人：豆包，柴犬，三岁。\n证物：嘴边一片月季花瓣。\n嫌疑人全程保持微笑，拒不认罪。',
    pictures: [['dog-close', 2, '3:4', '柴犬正对镜头，系着红色三角巾'], ['balcony', 3, '3:4', '摆满花盆的阳台，远处是城市']],
    talk: [
      ['juzuo', '微笑是惯犯的特征。'],
      ['nick.w', 'Biscuit would like to testify as a character witness.', ['gugu', '证人和嫌疑人长得太像，法庭不予采信。']],
      ['zoe.draws', 'May I draw him? That smile is a crime and a poem.', ['gugu', '画！画完我打印出来挂案发现场。'], ['zoe.draws', 'Working on it now. He will have a tiny halo.']],
      ['shanye', '月季明年还会开，狗不开花但是每天都开心。'],
    ],
  },
  {
    key: 'manager-husky', by: 'dongbei.ge', days: 17.8, weight: 0.74, topics: ['狗狗', '哈尔滨'], title: '为什么我家哈士奇叫“经理”',
    text: '刚抱回来那天，它在屋里转了三圈，把每个角落都检查了一遍，最后坐到我椅子上，看着我。\n\n我媳妇儿说：这不就是新来的经理吗。\n\n从此家里分工明确：经理负责开会（嚎），我负责落实（遛）。',
    layer: ['Why my husky is called Manager', 'The day we brought him home he walked three rounds, inspected every corner, then sat down in my chair and looked at me.\n\nMy wife said: so this is the new manager.\n\nSince then the work is divided: Manager holds the meetings (howls), I carry out the decisions (walks).'],
    pictures: [['dog-park', 22, '3:4', '哈士奇坐在公园的草地上，脖子上有红色项圈'], ['dog-walk', 4, '4:3', '一个人牵着哈士奇走在街上，路边的树都变了颜色']],
    talk: [
      ['dale', 'This is the best dog name I ever heard. Every manager I had also howled.', ['dongbei.ge', '翻译过来我笑岔气了。大哥，您开了多少年车？'], ['dale', '31 years. Eleven managers. None as handsome.']],
      ['jordan.k', 'Is 经理 jīnglǐ? I want to say "good morning, Manager".', ['chen.laoshi', '对，jīng lǐ，一声加三声。“经理早！”'], ['jordan.k', '经理早！！！'], ['dongbei.ge', '经理已阅。']],
      ['azhe', '建议经理给他们群里发言设置上限。'],
      ['bea', 'Minnesota understands this dog on a spiritual level.'],
    ],
  },
  {
    key: 'conductor', by: 'theo', days: 33.1, weight: 0.5, topics: ['petTax', '猫咪', 'trains'], title: 'Conductor, tuxedo cat, inspects all arrivals',
    text: 'He sits in this box every day from 5:40 to 6:10 because that is when I come home. If I am late he turns around and faces the wall.\n\nI have worked with actual train conductors who were less punctual.',
    pictures: [['cat-box', 6, '3:4', 'A tuxedo cat sitting in an open cardboard box'], ['cat-window', 10, '3:4', 'The tuxedo cat at a window while it snows outside']],
    talk: [
      ['yehang', '西装猫检票员，请出示车票。', ['theo', 'I showed him my transit card. He smelled it and let me through.']],
      ['tess', 'Facing the wall!! Mochi does this at the vet.'],
      ['linxi', '小炭也会这样，她生气的时候背影像一只茶壶。', ['meilin', 'Linxi says when her cat is angry, from behind she looks like a teapot.'], ['theo', 'I can never unsee this. Thank you.']],
    ],
  },
  {
    key: 'xiaotan', by: 'linxi', days: 12.3, weight: 0.62, topics: ['猫咪', '厦门'], title: '暹罗猫会不会越来越黑？会的',
    text: '小炭刚来的时候是白的，像一杯牛奶。第一个冬天，鼻子黑了。第二个冬天，耳朵和脚也黑了。\n\n宠物医生说，暹罗的颜色跟体温有关，越冷的地方越黑。\n\n所以她不是晒黑的，是凉黑的。',
    pictures: [['cat-window', 8, '3:4', '暹罗猫坐在窗台上，外面是夜空'], ['cat-nap', 11, '1:1', '暹罗猫睡在垫子上，脸是深色的']],
    talk: [
      ['kiki', 'Biology student here: this is real! The enzyme that makes the pigment only works below a certain temperature.', ['linxi', 'Wow thank you! So she is a thermometer.'], ['kiki', 'A thermometer with opinions.']],
      ['amina', 'So if you keep one in a sauna it stays white?', ['kiki', 'Please nobody try this.']],
      ['dongbei.ge', '那要是来哈尔滨，一个冬天就成煤球了。'],
      ['owen', 'Today I learned. Best thing I learned all week, and I teach for a living.'],
    ],
  },
  {
    key: 'biryani', by: 'amina', days: 8.7, weight: 0.52, topics: ['petTax', '猫咪'], title: 'She is called Biryani because everything is in there',
    text: 'Orange, black, white, and on one elbow a color I can only describe as toast. I came home at 8 a.m. from a twelve-hour shift and she was exactly like this, waiting to be admired.\n\nI admired her. Then I slept nine hours.',
    pictures: [['cat-books', 2, '3:4', 'A calico cat lying on top of a pile of books'], ['cat-nap', 2, '1:1', 'The calico cat curled up asleep beside a lamp']],
    talk: [
      ['juzuo', '三花是猫界的幸运色，你下班第一眼看到她，一整天都顺。', ['amina', 'I am going to tell the whole ward this.']],
      ['xiaoman', 'In Chinese calico is 三花 (sān huā), "three flowers". 辛苦了，夜班护士！', ['amina', 'Three flowers. I might cry, I am very tired.'], ['zhou.nainai', '姑娘好好睡。我们这儿的护士也辛苦。']],
      ['lupe', 'On one elbow, toast. I love her.'],
    ],
  },
  {
    key: 'spam-corgi', by: 'kiki', days: 15.2, weight: 0.6, topics: ['dogs', 'petTax', 'ocean'], title: 'My corgi has four-inch legs and a strong opinion on waves',
    text: 'Every morning he charges the ocean. Every morning the ocean wins. He shakes, he barks at it for about a minute, he comes back tomorrow.\n\nI would like to have this attitude about my thesis.',
    pictures: [['dog-beach', 7, '3:4', 'A corgi running along the beach with very short legs'], ['dog-beach', 22, '4:3', 'The corgi on the sand again, the sea behind'], ['dog-close', 10, '1:1', 'The corgi close up, head tilted']],
    talk: [
      ['mumu', '“海赢了，明天再来”——我要把这句话贴在书桌上。', ['kiki', 'Mumu, you will pass your exam. Spam believes in you.'], ['mumu', 'Thank you Spam! I will fight the ocean too!']],
      ['linxi', '我们的海是同一片海欸，太平洋的两头。', ['kiki', 'I wave from my side every morning then.']],
      ['dale', "Diesel is scared of the bathtub. I won't tell him about this."],
    ],
  },
  {
    key: 'diesel', by: 'dale', days: 40.5, weight: 0.83, topics: ['petTax', 'dogs', 'TikTokRefugee'], title: 'This is Diesel. He rode with me 400,000 miles.',
    text: "I hope I am doing this right. My granddaughter said to post a picture of my pet.\n\nDiesel is thirteen. He rode passenger in my truck for nine years. He has seen 44 states and he barked at cows in all of them. His hips are bad now so we mostly sit on the porch.\n\nHe is a good dog.",
    pictures: [['dog-park', 3, '3:4', 'A black Labrador sitting in the grass, looking happy'], ['dog-close', 6, '1:1', 'The black Labrador close up with a red bandana']],
    pin: 0,
    talk: [
      ['dongbei.ge', '大哥，它是条好狗。四十四个州，比我走过的路都多。经理向前辈敬礼！', ['dale', 'I pressed translate and now there is something in my eye.']],
      ['xiaoman', '我外公也是开货车的。他看了照片，说让我告诉您：好伙计。', ['dale', 'Tell your grandfather hello from Ohio. What did he haul?'], ['xiaoman', '他说运过砖、运过西瓜，有一次运过一头大象（马戏团的）。'], ['dale', 'Well he has me beat.']],
      ['zhou.nainai', '给狗的窝里垫厚一点，老了怕凉。', ['dale', 'Yes ma’am. Granddaughter got him a heated one.']],
      ['tess', 'You are doing it exactly right, Dale.'],
      ['ayuan', 'Warm water bottle wrapped in a towel also helps old joints. We do that for our old pandas.', ['dale', 'If it is good enough for a panda.']],
      ['nick.w', 'Biscuit sends respects to his elder.'],
    ],
  },
  {
    key: 'okra', by: 'maya.cooks', days: 5.4, weight: 0.36, topics: ['猫咪', 'petTax'], title: 'Okra supervises the prep station',
    text: 'Rules of my kitchen: wash your hands, label your containers, the cat does not get on the counter.\n\nTwo out of three.',
    pictures: [['cat-box', 5, '3:4', 'A grey tabby cat sitting in a delivery box'], ['cat-close', 8, '1:1', 'The grey tabby looking into the camera']],
    talk: [
      ['laowang', '我家也有这条规矩，是给我闺女定的。', ['maya.cooks', 'Does your daughter also knock spoons off the edge while looking at you?'], ['laowang', '她吃完了就跑，比猫快。']],
      ['lupe', 'Okra! And do you like okra, Okra?'],
    ],
  },
  {
    key: 'roof-cats', by: 'yehang', days: 3.1, weight: 0.55, topics: ['猫咪', '上海', '夜'], title: '凌晨两点，屋顶上有两位观众',
    text: '巷子里的灯都灭了，抬头看见它们并排坐着，看月亮看了十分钟。\n\n我也没走，站在楼下陪它们看完了这一场。',
    pictures: [['cat-roof', 3, '3:4', '两只猫背对镜头坐在瓦片屋顶上，望着天上的圆月'], ['cat-roof', 7, '3:4', '另一个夜晚，屋顶上的两只猫']],
    talk: [
      ['theo', 'This is a movie poster and I would watch it.'],
      ['xiaoyu.reads', '“看完了这一场”写得真好。', ['yehang', '它们先退场的，没给小费。']],
      ['tess', 'I showed Mochi. She wants to know how one gets onto the roof. I closed the window.'],
    ],
  },
  {
    key: 'found-cat', by: 'azhe', days: 1.6, weight: 0.4, topics: ['猫咪', '租房', '求助'], title: '楼下捡到一只小猫，房东不让养，怎么办',
    text: '大概两个月大，蹲在快递柜上面叫了一整晚。我先装在箱子里带回家了，给了水和一点鸡胸肉。\n\n房东合同里写了“不得饲养宠物”。坐标深圳南山，有没有人能收养，或者教我怎么跟房东说？',
    pictures: [['cat-box', 4, '3:4', '一只灰色小猫从纸箱里探出头来']],
    talk: [
      ['linxi', '先去医院看看有没有跳蚤，鸡胸肉要煮熟不放盐，最好买幼猫粮泡软。', ['azhe', '好的，明天一早就去。']],
      ['juzuo', '转发到本地群了。房东那边，我当年写了三页“不拆家承诺书”，还附了橘座的证件照。', ['azhe', '……房东同意了吗'], ['juzuo', '同意了，还加了一条：允许房东来摸。']],
      ['grace.lee', '帮你把标题里加上了“深圳”，附近的人更容易看到。'],
      ['amina', 'Please keep us posted. I will be thinking about the little one on my shift.', ['azhe', 'Thank you! Today she ate everything and slept in my slipper.']],
    ],
  },
  {
    key: 'owen-private', by: 'owen', days: 9.9, weight: 0.12, topics: ['petTax'], title: 'For the nine of you: this is Professor', visibility: 'followers',
    text: 'My followers-only cat for my followers-only account. He is black, he is round, he grades papers by lying on them. Nobody tell my sophomores.',
    pictures: [['cat-books', 39, '3:4', 'A black cat lying on a stack of books']],
    talk: [['tess', 'Professor and Mochi have the same tailor.', ['owen', 'They should have tea.']], ['priya', 'Fellow teacher, your secret is safe. Mine found my recipe blog.']],
  },
  {
    key: 'shiba-english', by: 'gugu', days: 0.35, weight: 0.33, topics: ['狗狗', 'EnglishCorner', '学英语'], title: '想给豆包写一条英文介绍，帮我看看对不对',
    text: 'My dog name is Doubao. He is three years old shiba. He like flower and hate bath. Every day he smile like he know a secret.\n\n最后一句我自己觉得挺好的，别的请大家改。',
    pictures: [['dog-walk', 15, '4:3', '一个人牵着柴犬走在街上'], ['dog-park', 8, '1:1', '柴犬坐在草地上，旁边有一个球']],
    talk: [
      ['tess', 'Your last sentence is perfect. Small fixes: "My dog\'s name is Doubao. He is a three-year-old Shiba. He likes flowers and hates baths. Every day he smiles like he knows a secret."', ['gugu', '谢谢！！原来 year 不加 s！'], ['tess', 'Right, because "three-year-old" works like one big adjective.'], ['mumu', '学到了，考研也会考这个。']],
      ['jordan.k', 'I feel so much better about my Chinese grammar now. We are all in this together.'],
    ],
  },
]
