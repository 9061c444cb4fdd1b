import type { Draft } from '../draft.ts'

export const homework: readonly Draft[] = [
  {
    key: 'pool-problem', by: 'doudou.ma', days: 28.1, weight: 0.82, topics: ['homeworkhelp', '作业', '数学'], title: '五年级数学，全家都不会，求救',
    text: '一个水池，甲管单开6小时注满，乙管单开8小时注满，丙管单开12小时放完。三管齐开，几小时注满？\n\n豆豆爸说这是浪费水。豆豆说小明应该去看心理医生。\n\n请用孩子能懂的办法讲。',
    layer: ['Fifth-grade maths, the whole family is stuck, help', 'A pool: pipe A alone fills it in 6 hours, pipe B alone in 8, and pipe C empties it in 12. All three open: how many hours to fill it?\n\nHis father says it is a waste of water. Doudou says Xiao Ming should see a therapist.\n\nPlease explain it so that a child can follow.'],
    pictures: [['maths', 4, '3:4', '方格纸上画着图形，旁边有铅笔和三角尺'], ['desk', 5, '3:4', '书桌上摊开的作业本，台灯亮着']],
    pin: 0,
    talk: [
      ['priya', 'Pretend the pool is 24 buckets (6, 8 and 12 all divide 24).\nA brings 4 buckets an hour, B brings 3, C takes 2 away.\n4 + 3 − 2 = 5 buckets an hour.\n24 ÷ 5 = 4.8 hours, so 4 hours 48 minutes.\nDraw the buckets!', ['doudou.ma', '画了二十四个桶，豆豆看懂了！！他说印度老师比妈妈讲得好。'], ['priya', 'New Jersey, but I will take it. Tell Doudou the trick is always to choose a pool that is easy to cut.'], ['doudou.ma', '他问以后可以直接找您吗。'], ['priya', 'Any time. That is the best review I ever got.']],
      ['chen.laoshi', '“选一个好分的水池”，这就是最小公倍数，教科书讲三页，老师讲了一句。'],
      ['dale', 'In trucking we just turn off the drain.', ['doudou.ma', '豆豆爸：终于有明白人了。']],
      ['mumu', '大学四年，第一次看懂放水题。'],
      ['owen', 'Sharing this with my entire math department.'],
    ],
  },
  {
    key: 'essay-mom', by: 'doudou.ma', days: 12.9, weight: 0.46, topics: ['homeworkhelp', '作业', '学英语'], title: '英语作文《My Mother》，他是这么写我的',
    text: 'My mother have two eye. One eye look my homework, one eye look phone. When she angry, the dog under the bed. We have no dog. I under the bed. But she make noodle is best. I love she.\n\n我又生气又感动，先请大家帮忙改语法。',
    card: 'notebook',
    talk: [
      ['priya', 'This child is a comedian. "We have no dog. I under the bed." Do not change the order of a single sentence.'],
      ['tess', 'Grammar only: "My mother has two eyes. One eye looks at my homework, one eye looks at her phone. When she is angry, the dog hides under the bed. We have no dog. I hide under the bed. But the noodles she makes are the best. I love her."', ['doudou.ma', '谢谢！！他抄了一遍，最后一句自己念了三次。'], ['tess', 'I am not crying in the reference section.']],
      ['owen', 'A+. See me after class about your book deal.'],
      ['zhou.nainai', '孩子心里都明白着呢。'],
    ],
  },
  {
    key: 'fractions', by: 'dale', days: 16.2, weight: 0.43, topics: ['homeworkhelp', 'math'], title: 'Granddaughter asks why you flip the second fraction when you divide',
    text: "I told her because Mrs. Henderson said so in 1964. She says that is not a reason. She is nine.",
    pictures: [['maths', 7, '3:4', 'Squared paper with a circle cut into parts and a set square']],
    talk: [
      ['priya', 'Ask her: how many half-pizzas are in 3 pizzas? Six. So 3 ÷ 1/2 = 6, the same as 3 × 2. Dividing by a half asks "how many halves fit", and two fit in every one. Flipping is just counting how many fit.', ['dale', 'We ordered pizza. Purely educational. She got it.'], ['priya', 'Best lesson plan of the year.']],
      ['doudou.ma', '我们这边叫“颠倒相乘”，豆豆说披萨这个办法好，就是有点费披萨。'],
      ['mumu', 'Mrs. Henderson 和我的小学老师说了一样的话。'],
    ],
  },
  {
    key: 'poem-help', by: 'jordan.k', days: 9.4, weight: 0.35, topics: ['学中文', '古诗', 'homeworkhelp'], title: 'My tutor gave me a poem. I understand every word and none of it.',
    text: '床前明月光，疑是地上霜。\n举头望明月，低头思故乡。\n\nBed, front, bright, moon, light. Okay. Why does he look down?',
    pictures: [['moon-festival', 3, '3:4', 'A full moon over hills, a plate of round cakes on a table'], ['cat-roof', 2, '1:1', 'Two cats on a roof looking at the moon']],
    talk: [
      ['mobai', '抬头看见月亮，月亮跟家乡的是同一个，低头是因为想家，也不想让人看见。', ['meilin', 'He looks up and the moon is the same one as at home. He looks down because he misses it, and because he does not want to be seen missing it.'], ['jordan.k', 'Oh. OH. My mom is in Seoul. I am going to call her.']],
      ['chen.laoshi', '每个中国孩子背的第一首诗。李白写的，一千三百年了。'],
      ['meilin', 'Forty years in Vancouver, and I still look down.', ['zhou.nainai', '有空回来看看。']],
    ],
  },
  {
    key: 'physics-cart', by: 'mumu', days: 21.1, weight: 0.2, topics: ['考研', 'homeworkhelp'], title: '英语长难句求拆：这一句读了七遍',
    text: '“Not until the results had been checked by people who had every reason to doubt them did the committee agree that what it had feared was, in fact, already happening.”\n\n主语在哪里？我迷路了。',
    card: 'plain',
    talk: [
      ['priya', 'The skeleton is: the committee agreed that X was happening. "Not until … did …" flips the order for emphasis. Everything else is decoration.', ['mumu', '原来 did the committee agree 才是主干！倒装！']],
      ['tess', 'Also: native speakers read that one twice too. It is not you.'],
      ['chen.laoshi', '先找动词，再找谁做的，最后才管修饰。中文长句也一样。'],
    ],
  },
  {
    key: 'geometry', by: 'kiki', days: 5.8, weight: 0.18, topics: ['homeworkhelp', 'math', 'study'], title: 'Tutoring my cousin. Why is the angle in a semicircle always 90?',
    text: 'He asked me, I said "it just is", he said "marine biologists are not real scientists". Help me win this.',
    pictures: [['maths', 1, '3:4', 'Geometry on squared paper: a triangle with its height drawn in']],
    talk: [
      ['priya', 'Draw the radius to the corner. Now you have two isosceles triangles. Call their base angles a and b. All angles of the big triangle: a + a + b + b = 180, so a + b = 90. And a + b is your corner. Drop the pencil.', ['kiki', 'Pencil dropped. Cousin silent. Thank you.']],
      ['doudou.ma', '存下了，过两年豆豆就用得上。'],
    ],
  },
  {
    key: 'calligraphy-kid', by: 'chen.laoshi', days: 44.2, weight: 0.34, topics: ['作业', '汉字', 'homeworkhelp'], title: '改了四十本作业，抄几句送给大家',
    text: '用“如果……就……”造句：\n“如果我是云，就停在妈妈单位的上面，她就不用打伞了。”\n“如果有人喜欢吃胡萝卜，就请联系我。”\n“如果明天不上学，就好了。如果后天也不上，就更好了。”',
    layer: ['Marked forty exercise books, here are a few lines for you', 'Make a sentence with "if … then …":\n"If I were a cloud, I would stop above my mother\'s office, so she would not need an umbrella."\n"If anyone likes carrots, please contact me."\n"If there is no school tomorrow, good. If there is none the day after, better."'],
    pictures: [['desk', 12, '3:4', '书桌上的作业本和一只睡着的猫'], ['umbrella-pair', 2, '1:1', '两个人撑着同一把伞']],
    talk: [
      ['tess', 'The cloud. I need a minute.'],
      ['bea', 'I like carrots! How do I reach this child?', ['chen.laoshi', '明天上课替您转告，他会非常高兴的。']],
      ['owen', 'Mine wrote "If I had a nickel for every essay, I would still not read this one." Kids are the same everywhere.'],
      ['xiaoyu.reads', '第一句可以直接出版。'],
    ],
  },
  {
    key: 'history-fair', by: 'owen', days: 6.6, weight: 0.1, topics: ['homeworkhelp'], title: 'Grading 31 essays on one bridge. Send snacks or opinions.', visibility: 'followers',
    text: 'Fourteen of them begin with "Since the dawn of time". Bridges are not that old. Professor is lying on number fifteen and I am taking it as a sign.',
    pictures: [['bridge', 9, '4:3', 'A tall green suspension bridge over a river on a grey day']],
    talk: [['theo', 'To be fair to them, I also think about bridges since the dawn of time.'], ['priya', 'Mine all begin with "Webster\'s dictionary defines".', ['owen', 'The classics.']]],
  },
]
