import type { Draft } from '../draft.ts'

export const places: readonly Draft[] = [
  {
    key: 'shanghai-2am', by: 'yehang', days: 22.9, weight: 0.9, topics: ['上海', '夜', '摄影'], title: '上海夜里两点的便利店，和还没睡的人',
    text: '一个加班的，一个失恋的，一个遛狗的，一个我。\n\n店员在给关东煮加汤，问每个人要不要多一点萝卜。大家都说要。\n\n这个城市从不睡觉，它只是偶尔调低音量。',
    layer: ['Shanghai, 2 a.m.: the corner shop and those still awake', 'One from overtime, one from a breakup, one with a dog, and me.\n\nThe clerk was topping up the broth and asked each of us whether we wanted more radish. Everyone said yes.\n\nThis city never sleeps. It only turns the volume down now and then.'],
    pictures: [['corner-shop', 1, '3:4', '深夜亮着灯的便利店，有人站在门口，一只橘猫'], ['skyline-night', 3, '3:4', '夜里的江面和高楼灯火'], ['street-rain', 5, '3:4', '雨夜的街，撑伞的人，地面反着光'], ['skyline-dusk', 3, '4:3', '黄昏的天际线']],
    talk: [
      ['tess', '"It only turns the volume down." I have read that line five times.', ['yehang', '谢谢。那天真的很安静。']],
      ['tangtang', '四点的面包师路过，你们睡的时候轮到我。'],
      ['amina', 'Everyone said yes to the radish. That is the whole world in one shop.'],
      ['theo', 'Which line still runs at two?', ['yehang', '没有了，只有夜宵线：324路公交。'], ['theo', 'Route 324. Writing it down like a spell.']],
      ['rosie.q', 'Which one was the dog person? I need to know the dog.', ['yehang', '柯基，穿着雨衣。'], ['kiki', 'Spam has an alibi.']],
    ],
  },
  {
    key: 'portland-bridge', by: 'tess', days: 38.2, weight: 0.62, topics: ['Portland', 'bridges'], title: 'My favorite bridge, from all the angles I could reach before work',
    text: 'St. Johns, 1931. It is painted green because the man who designed it said a bridge should belong to its trees. I walk under it when a day has been too loud.',
    pictures: [['bridge', 6, '3:4', 'A tall green suspension bridge across a wide river, fir trees in front'], ['bridge', 10, '4:3', 'The bridge at dusk'], ['bridge', 4, '3:4', 'The bridge on a rainy day'], ['forest', 3, '3:4', 'A path between tall trees with a walker and a dog']],
    talk: [
      ['theo', 'Steinman! Main span 1,207 ft. The Gothic towers get me every time.', ['tess', 'I knew you would arrive, Theo.']],
      ['shanye', '“桥应该属于它的树”，说得真好。'],
      ['jordan.k', '桥! With the tree radical! Full circle!'],
      ['xiaoman', '杭州有断桥，等你来，我带你走。', ['tess', 'I will bring Mochi\'s blessing.']],
    ],
  },
  {
    key: 'panda-morning', by: 'ayuan', days: 18.1, weight: 0.88, topics: ['成都', '大熊猫', '志愿者'], title: '切了四十斤苹果，换来一个背影',
    text: '早上七点到基地，洗手，换鞋，切苹果。每只熊猫的口味都不一样：有的只吃脆的，有的要削皮，有一只如果苹果切得太大，会抬头看你，很久。\n\n今天它吃完，转过身去，给了我一个圆圆的背影。我站着看了十分钟。值得。',
    layer: ['I cut twenty kilos of apples for one view of a back', 'At the base by seven: wash hands, change shoes, cut apples. Every panda is different. Some want them crisp, some peeled, and one, if the piece is too big, lifts his head and looks at you for a long time.\n\nToday he finished, turned round, and gave me his round back. I watched it for ten minutes. Worth it.'],
    pictures: [['panda', 2, '3:4', '一只大熊猫坐在竹林里，抱着一段竹子'], ['panda', 5, '1:1', '大熊猫歪着头看镜头'], ['panda', 9, '4:3', '竹林中的大熊猫']],
    talk: [
      ['maya.cooks', 'The long look when the apple is cut wrong. So pandas are chefs.'],
      ['dale', 'What does one of them weigh', ['ayuan', 'About 110 kilos for a grown one, 240 pounds. And very soft steps.'], ['dale', 'Same as me. Not so soft.']],
      ['nick.w', 'Can I volunteer? I have a knife and feelings.', ['ayuan', 'Yes! There are days for foreign volunteers, I will send you the page. Bring feelings.']],
      ['juzuo', '背影很圆，橘座觉得遇到了同行。'],
      ['doudou.ma', '豆豆的梦想从宇航员改成了切苹果的。'],
    ],
  },
  {
    key: 'teahouse-day', by: 'ayuan', days: 35.4, weight: 0.54, topics: ['成都', '茶馆', '茶'], title: '在成都坐茶馆的正确姿势',
    text: '一、竹椅要会响的。\n二、盖碗：盖子斜着放是“还要加水”，盖子朝上放在旁边是“位子有人，我去去就来”。\n三、掏耳朵的师傅拿着镊子“铮”一声走过来，可以摇头，也可以试一次，人生会不一样。\n四、不要问几点关门。',
    pictures: [['teahouse', 5, '3:4', '树荫下的茶馆，竹椅和盖碗，倒茶的人'], ['tea', 8, '1:1', '茶壶和小杯'], ['teahouse', 8, '4:3', '一桌一桌喝茶聊天的人']],
    talk: [
      ['amina', 'A lid language! I love that the cup can speak for you.'],
      ['wes', 'What happens with the ear man. Tell me everything.', ['ayuan', 'A tuning fork, a feather, a very thin spoon. You will hear colors.'], ['wes', 'I make music for a living and I am terrified and sold.']],
      ['ajiao', '第四条划重点，老板自己都不知道几点关门。'],
    ],
  },
  {
    key: 'lane-summer', by: 'yehang', days: 33.7, weight: 0.47, topics: ['上海', '弄堂', '摄影'], title: '弄堂里晒的不是衣服，是一家人',
    text: '爸爸的衬衫，妈妈的裙子，小孩的校服，奶奶的大花裤。一根竹竿，从这家的窗户伸到那家的窗户，谁家来客人了，一看就知道。',
    pictures: [['lane', 10, '3:4', '老弄堂里横着晾衣绳，有人提着袋子走过'], ['lane', 1, '3:4', '傍晚的弄堂，亮着灯，一辆自行车'], ['lane', 12, '1:1', '梧桐树和老房子']],
    talk: [['zoe.draws', 'A family portrait in laundry. I am drawing this tonight.', ['yehang', '期待！'], ['zoe.draws', 'Done: grandma\'s flower trousers are the hero.']], ['lupe', 'My street in San Antonio, same lines, same grandmas, different trousers.'], ['caifeng.lu', '大花裤的布料现在很难买到了，谁家有，我收。']],
  },
  {
    key: 'west-lake', by: 'xiaoman', days: 27.9, weight: 0.6, topics: ['杭州', '西湖', '旅行'], title: '西湖避开人的三个时间',
    text: '一、早上五点半，只有跑步的大爷和鸳鸯。\n二、下雨天，撑船的师傅会给你讲段子。\n三、周一晚上九点以后，断桥上真的没有人。\n\n学校离湖十五分钟，失恋的时候走一圈刚好三小时，够想明白了。',
    pictures: [['lake', 3, '3:4', '雨中的湖面，柳树、小船和亭子'], ['lake', 5, '3:4', '傍晚的湖，荷花和撑船的人'], ['lake', 12, '4:3', '清晨的湖面'], ['umbrella-pair', 4, '1:1', '两个人撑着一把伞']],
    talk: [
      ['theo', 'Three hours around. Is there a train that—', ['xiaoman', 'There is a small boat and a bus with a wooden floor!'], ['theo', 'Sold.']],
      ['luobei', '下雨天穿汉服去撑船，裙子湿了也值。'],
      ['meilin', 'My parents met on that bridge in 1951. Monday, late.', ['xiaoman', '天啊，那我周一晚上去替您走一趟。'], ['xiaoman', '走完了，月亮很亮。'], ['meilin', '谢谢你，好孩子。']],
    ],
  },
  {
    key: 'harbin-ice', by: 'dongbei.ge', days: 40.1, weight: 0.57, topics: ['哈尔滨', '雪', '旅行'], title: '南方朋友来哈尔滨，问我手机为啥自己关机了',
    text: '零下二十六度，手机也冷。贴个暖宝宝就行。\n\n睫毛结霜别用手抠。围巾戴两层。冰糖葫芦不用冰箱，挂窗外。铁的东西别舔，每年都有人不信。',
    pictures: [['snow', 2, '3:4', '雪夜里的小木屋，窗子亮着，堆了雪人'], ['snow', 3, '3:4', '大雪天，人们在屋前玩'], ['fireworks', 4, '4:3', '烟花照亮河边的城市']],
    talk: [
      ['bea', 'The metal thing. Every year in Minnesota too. It is always someone\'s cousin.', ['dongbei.ge', '全世界都有一个舔铁的表弟。']],
      ['linxi', '厦门人，出门看到16度已经穿羽绒服了，我给大家丢脸了。'],
      ['dale', 'Hung a candy fruit out my window on your advice. Squirrel got it.', ['dongbei.ge', '哈哈哈哈那松鼠有口福。']],
    ],
  },
  {
    key: 'chicago-l', by: 'theo', days: 24.1, weight: 0.45, topics: ['trains', 'Chicago'], title: 'Rode every line of the L in one day. Here is my ranking by noise.',
    text: 'Brown: a polite clatter. Blue: a blender with opinions. Orange: weekend jazz. Pink: nearly silent, suspicious. Red: a choir of cutlery.\n\nTotal 224 miles, 14 hours, two hot dogs, one proposal (not mine, on the Purple line, she said yes).',
    pictures: [['train', 5, '4:3', 'A train passing over a long viaduct'], ['train-window', 4, '3:4', 'The view from a train window with a coffee on the sill'], ['skyline-day', 3, '4:3', 'A city skyline by the water'], ['train-window', 2, '1:1', 'Another window, evening light']],
    talk: [
      ['yehang', '我也想把上海地铁一天坐完，20条线，800公里，估计得住在里面。', ['theo', 'I will fly there and do it with you. I am not joking.'], ['yehang', '那我准备饭团。']],
      ['mumu', '“a choir of cutlery” 怎么翻？', ['meilin', '一支餐具合唱团。'], ['mumu', '太形象了。']],
      ['tess', 'The Purple line proposal!! Details!', ['theo', 'He had the ring in a transit card holder. I clapped alone for about nine seconds.']],
    ],
  },
  {
    key: 'train-soup', by: 'theo', days: 4.4, weight: 0.36, topics: ['trains', '旅行'], title: 'Planning my first China trip by rail. Roast my route.',
    text: 'Shanghai → Hangzhou → Huangshan → Wuhan → Xi’an → Chengdu → Kunming. Sixteen days. I have built in one day of doing nothing but sitting in a station.',
    pictures: [['train', 1, '3:4', 'A high-speed train on a viaduct under mountains'], ['suitcase', 7, '3:4', 'A half-packed suitcase from above']],
    talk: [
      ['xiaoman', '杭州我包了！', ['ajiao', '成都我包了！'], ['laowang', '西安管饭！'], ['gugu', '昆明管花！'], ['juzuo', '武汉管猫！'], ['theo', 'I think I have accidentally become the luckiest man on this app.']],
      ['azhe', '西安到成都坐白天的，过秦岭，隧道一个接一个，中间会突然亮一下，全是山。', ['theo', 'Switched to the day train. Thank you.']],
      ['shanye', '黄山别省那一晚，住山上，看日出。'],
      ['meilin', 'The day in the station is the best day. Go to Hangzhou East, upstairs, east side.'],
    ],
  },
  {
    key: 'luoyang-walk', by: 'luobei', days: 29, weight: 0.49, topics: ['汉服', '洛阳', '旅行'], title: '穿汉服坐地铁，收到三种眼神',
    text: '小朋友：公主！\n阿姨：这料子在哪买的？\n大爷：（默默让座，以为我腿脚不方便）',
    pictures: [['hanfu', 4, '3:4', '穿汉服的女子拿着折扇，身后挂着灯笼'], ['hanfu', 1, '3:4', '另一身汉服，檐下有花枝'], ['lanterns', 2, '4:3', '夜晚河上的灯笼和孔明灯']],
    talk: [
      ['rosie.q', 'The grandpa giving up his seat out of concern for your legs, I cannot breathe.', ['luobei', '我坐了，不好意思解释。']],
      ['caifeng.lu', '这件褙子的缘边是你自己滚的吗？针脚真密。', ['luobei', '是的！滚了一整个冬天。']],
      ['bea', 'What is the fabric? It falls like water.', ['luobei', '真丝绡，容易勾，坐地铁要小心书包。']],
    ],
  },
  {
    key: 'kunming-sun', by: 'gugu', days: 46.8, weight: 0.33, topics: ['昆明', '旅行'], title: '昆明的冬天：晒太阳也算一项安排',
    text: '上午晒正面，下午晒背面，中间翻面吃碗米线。海鸥从西伯利亚飞来，也是为了这个。',
    pictures: [['cycling', 4, '3:4', '骑车的人经过湖边，身后是一排树'], ['noodle-top', 15, '1:1', '一碗米线'], ['lake', 18, '4:3', '湖面上的小船']],
    talk: [['nick.w', 'Flip at noon, eat noodles. I have been sunbathing wrong my whole life.'], ['amina', 'Gulls that commute from Siberia for the sun. Same.'], ['dongbei.ge', '我们这边人也往你们那边飞。']],
  },
  {
    key: 'mid-autumn', by: 'meilin', days: 52.9, weight: 0.58, topics: ['中秋', 'festival', 'TikTokRefugee'], title: 'How to hold a moon festival when your family is in five time zones',
    text: 'Everyone cuts one cake at their own moonrise and sends one photo. By the end of the day you have the same moon five times: Fuzhou, Singapore, Oslo, Toronto, here.\n\nMy mother used to say: it is one plate, we are only sitting far apart.',
    layer: ['一家人在五个时区，怎么过中秋', '每个人在自己的月亮升起来的时候切一块月饼，发一张照片。一天下来，你会有五个一样的月亮：福州、新加坡、奥斯陆、多伦多，还有这里。\n\n我妈妈以前说：是同一个盘子，我们只是坐得远一点。'],
    pictures: [['moon-festival', 1, '3:4', 'Moon cakes and tea on a table, a full moon and lanterns above'], ['moon-festival', 5, '1:1', 'A plate of moon cakes under the moon'], ['lanterns', 5, '3:4', 'Paper lanterns rising over a river at night'], ['video-call', 5, '4:3', 'A video call between day and night']],
    talk: [
      ['jordan.k', '"We are only sitting far apart." Sending this to my mom.'],
      ['zhou.nainai', '您母亲说得好。我给您也留一块，五仁的。', ['meilin', '五仁的！您是真懂。']],
      ['lupe', 'We did this with tamales at Christmas during the bad year. Same plate.'],
      ['tangtang', '莲蓉双黄，隔着屏幕切给你们。'],
      ['dale', 'Saw that moon from the porch. Ohio. Make it six.', ['meilin', 'Six. I have written you into the album, Dale.']],
    ],
  },
  {
    key: 'nightmarket-rank', by: 'ajiao', days: 9.1, weight: 0.4, topics: ['成都', '夜市', '美食'], title: '夜市生存指南：先逛一圈，再吃第一口',
    text: '新手看见第一摊就买，走到第五摊已经饱了，第十摊才是最好吃的。\n\n老手空腹走完，回头，从第十摊往前吃。',
    pictures: [['night-market', 4, '3:4', '夜市里一排排摊位，灯笼和人群'], ['night-market', 7, '4:3', '热闹的夜市'], ['night-market', 10, '1:1', '夜市的人们']],
    talk: [['rosie.q', 'This is also how to thrift.', ['ajiao', '淘东西和淘吃的，一个道理！']], ['theo', 'Walk the whole platform before choosing the carriage. Yes.'], ['mumu', '也是做阅读理解的方法：先看完题再看文章。']],
  },
  {
    key: 'boston-fall', by: 'rosie.q', days: 20.4, weight: 0.31, topics: ['Boston', 'autumn'], title: 'Two weeks a year Boston forgives you for the other fifty',
    text: 'These are the two weeks.',
    pictures: [['autumn', 3, '3:4', 'A person reading on a bench among golden trees'], ['autumn', 6, '3:4', 'Autumn leaves over a park path'], ['cycling', 2, '1:1', 'Somebody cycling past a row of red trees'], ['dog-walk', 8, '4:3', 'A person walking a white dog past autumn trees']],
    talk: [['luobei', '好像我们洛阳的银杏。'], ['xiaoman', 'So beautiful! 这个颜色中文叫“层林尽染”.', ['rosie.q', 'Layers of forest, all dyed. Four characters. You people.']]],
  },
  {
    key: 'hilo-rain', by: 'kiki', days: 31, weight: 0.24, topics: ['ocean', 'Hawaii'], title: 'It has rained 22 days. The frogs have unionized.',
    text: 'Hilo gets about 130 inches a year. My slippers grew something. I named it.',
    pictures: [['street-rain', 9, '3:4', 'A rainy street full of umbrellas'], ['dog-close', 19, '1:1', 'A corgi looking patient']],
    talk: [['linxi', '厦门的台风天表示理解。'], ['amina', 'What did you name it??', ['kiki', 'Gerald.'], ['amina', 'Of course.']]],
  },
  {
    key: 'great-wall-early', by: 'zhou.nainai', days: 42.6, weight: 0.43, topics: ['北京', '长城', '旅行'], title: '七十一岁，爬了一段长城，歇了九回',
    text: '歇一回，吃一块绿豆糕。九块绿豆糕，正好到顶。\n\n年轻人都比我快，可是他们没有绿豆糕。',
    layer: ['Seventy-one, climbed a stretch of the Wall, rested nine times', 'One rest, one mung-bean cake. Nine cakes, exactly to the top.\n\nThe young ones were all faster. But they had no cakes.'],
    pictures: [['hiking', 2, '3:4', '几个人沿着台阶往山上的亭子走'], ['mountains', 9, '4:3', '清晨的层层山峦']],
    talk: [
      ['sam.hikes', 'This is the best trail report I have ever read. I am switching my gels for mung-bean cakes.', ['zhou.nainai', '孩子，绿豆糕顶饿。']],
      ['dale', 'I would do it for nine cakes.'],
      ['shanye', '奶奶这才叫会爬山。'],
      ['kiki', '"But they had no cakes" is going in my thesis acknowledgments.'],
    ],
  },
  {
    key: 'shenzhen-sea', by: 'azhe', days: 14.9, weight: 0.18, topics: ['深圳', '骑行'], title: '周日骑车去海边，来回四十二公里，腿还在',
    text: '去的时候顺风，以为自己很强。回来的时候明白了。',
    pictures: [['cycling', 10, '3:4', '在河边骑车的人'], ['sea', 19, '4:3', '正午的海'], ['cycling', 15, '1:1', '傍晚骑车回家']],
    talk: [['sam.hikes', 'Tailwind out, headwind home. The universe has one joke.'], ['shanye', '下次查风向，反着骑。', ['azhe', '大佬说得对。']]],
  },
  {
    key: 'leeds-ada', by: 'ada', days: 16.8, weight: 0.2, topics: ['Leeds', 'community'], title: 'Site note: search now finds every word inside a Chinese sentence',
    text: 'Before, 橘子 was hiding inside 小橘子猫. It is not hiding any more. Also the night bus home was on time. Two miracles.',
    pictures: [['street-rain', 12, '4:3', 'A rainy evening street with umbrellas']],
    talk: [['juzuo', '终于能搜到我了！', ['ada', 'You were the test case, 橘座.']], ['azhe', '分词方案怎么做的？', ['ada', 'One character at a time, with positions, then phrase search. 单字带位置，查短语。简单又不漏。'], ['azhe', '朴素的办法最好。']]],
  },
]
