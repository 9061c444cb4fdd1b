import type { Draft } from '../draft.ts'

export const food: readonly Draft[] = [
  {
    key: 'chengdu-day', by: 'ajiao', days: 24.6, weight: 0.95, topics: ['成都', 'noodles', '美食', 'TikTokRefugee'], title: '一个成都人的一天，只写吃的',
    text: '早上：红油抄手，老板多舀一勺油，从来不问。\n中午：担担面，拌到手酸才算入味。\n下午：茶馆，盖碗，三块钱的瓜子能嗑到太阳下山。\n晚上：火锅。说好微辣，上来一锅红的。老板说这就是微辣。\n半夜：蛋烘糕，收尾。\n\n外国朋友问我们是不是每天都这样吃。不是的，周末会多吃一点。',
    layer: ['What I eat in a day in Chengdu (spice level: help)', 'Breakfast: wontons in red oil. The owner adds one more spoon and never asks.\nLunch: dan dan noodles, mixed until your wrist hurts.\nAfternoon: teahouse, a lidded cup, and forty cents of sunflower seeds that last until sunset.\nEvening: hotpot. We said mild. It came red. The owner said that is the mild.\nMidnight: a little egg pancake, to close the day.\n\nForeign friends ask if we eat like this every day. No. On weekends we eat more.'],
    pictures: [['noodle-bowl', 3, '3:4', '一大碗面，筷子正夹起面条，桌上还有一小碟辣椒'], ['hotpot', 1, '3:4', '从上面看的鸳鸯火锅，周围摆满了菜碟'], ['teahouse', 2, '3:4', '树下的茶馆，竹椅上坐着喝茶的人'], ['night-market', 1, '3:4', '夜市的摊位和挂灯，人来人往'], ['dumplings', 1, '1:1', '竹蒸笼里摆满了点心，冒着热气']],
    pin: 1,
    talk: [
      ['maya.cooks', 'I am from Houston, I grew up on ghost pepper, and I am a little scared.', ['ajiao', '不怕不怕，给你点鸳鸯锅，白的那边留给你。'], ['maya.cooks', 'The white side is for me. I accept my place.']],
      ['ajiao', '统一回答：红油抄手的店在奎星楼街附近，没有招牌，门口排队的就是。'],
      ['lupe', 'In San Antonio we also lie about mild. I feel at home.', ['ajiao', '全世界的微辣都是骗人的，实锤。']],
      ['ayuan', '蛋烘糕加奶油肉松那家还在吗？', ['ajiao', '在！涨了五毛。']],
      ['theo', 'How do I get from the airport to the first bowl? Asking for a serious future trip.', ['ajiao', '地铁18号线转，出站闻着味道走。'], ['yehang', 'Metro line 18, then follow the smell. 认真的。'], ['theo', 'I have saved this as my itinerary.']],
      ['doudou.ma', '我们长沙人路过，说一句：也不是很辣。', ['ajiao', '这话可以在火锅店门口说。']],
      ['amina', 'Is there a halal version of this day? I need it.', ['ayuan', 'Yes! 皇城坝 has very good halal noodle shops, beef instead of pork, same chili oil.'], ['amina', 'Screenshot taken. Thank you!']],
    ],
  },
  {
    key: 'mapo-amounts', by: 'maya.cooks', days: 20.9, weight: 0.84, topics: ['recipe', '菜谱', 'mapotofu'], title: 'Mapo tofu from a Houston kitchen, with actual amounts',
    text: 'Ajiao corrected me four times and I am grateful for each one. Serves 3.\n\n• 1 lb (450 g) soft tofu, in cubes, soaked 5 min in hot salted water\n• 4 oz (115 g) ground beef\n• 2 tbsp doubanjiang (NOT "chili paste", we learned)\n• 1 tbsp fermented black beans, chopped\n• 1 tbsp each garlic and ginger\n• 1 cup stock, 1 tbsp soy, 1 tsp sugar\n• 1 tbsp starch in 3 tbsp water, added in three goes\n• 1 tsp Sichuan pepper, toasted and ground, at the very end\n\nBrown the beef until it is crisp. Fry the paste until the oil is red. Then everything else, gently. Push the tofu, do not stir it.',
    layer: ['休斯敦厨房里的麻婆豆腐，有准确用量', '阿椒一共纠正了我四次，每次都值得。三人份。\n\n嫩豆腐450克，切块，热盐水泡五分钟；牛肉末115克；豆瓣酱两大勺；豆豉一大勺剁碎；蒜末姜末各一大勺；高汤一杯，酱油一大勺，糖一小勺；淀粉一大勺兑三大勺水，分三次勾芡；花椒一小勺，焙香磨粉，最后撒。\n\n牛肉要炒到酥，豆瓣要炒出红油，豆腐只推不翻。'],
    pictures: [['wok', 3, '3:4', 'A wok over a high flame with vegetables flying up'], ['flat-lay', 2, '3:4', 'Ingredients laid out around a chopping board'], ['cooking', 4, '3:4', 'A person stirring a big pot of red stew in a tiled kitchen']],
    talk: [
      ['ajiao', '豆瓣要用郫县的，炒到油变红再放水。你这张照片颜色对了！', ['maya.cooks', 'THE COLOR IS RIGHT. I have been knighted.']],
      ['laowang', '分三次勾芡，这是懂行的。', ['maya.cooks', 'Ajiao told me once and I did not believe her. The third one makes it shine.']],
      ['hana.bakes', 'Where do you buy doubanjiang outside of a big city?', ['meilin', 'Online, or ask at any Chinese grocery: 郫县豆瓣, Píxiàn dòubàn. Show them the characters.'], ['hana.bakes', 'I showed the characters! The owner gave me a free radish.']],
      ['sam.hikes', 'Can it be vegetarian?', ['ajiao', '可以，牛肉换成香菇碎，一样香。'], ['sam.hikes', 'Shiitake, got it.']],
      ['tangtang', '看饿了，凌晨四点在和面，求求你们别发了。'],
    ],
  },
  {
    key: 'egg-tomato', by: 'laowang', days: 37.3, weight: 0.78, topics: ['菜谱', '家常菜', 'TikTokRefugee'], title: '送给新朋友的第一道中国菜：番茄炒蛋',
    text: '不用买特别的东西，家里都有。\n\n番茄三个，鸡蛋四个，盐、糖、葱花。\n\n一、鸡蛋打散加一小撮盐，油热了倒进去，别急着翻，等边鼓起来再推，七成熟盛出来。\n二、番茄切块下锅，加半勺盐，炒出汁。觉得酸就放一勺糖，南方朋友放两勺，我们不评价。\n三、鸡蛋倒回去，翻三下，关火，葱花。\n\n配米饭。汤汁拌饭，碗能照出人影。',
    layer: ['A first Chinese dish for new friends: tomato and eggs', 'Nothing special to buy.\n\nThree tomatoes, four eggs, salt, sugar, spring onion.\n\n1. Beat the eggs with a pinch of salt. Hot oil. Do not stir at once: wait until the edges puff up, push, take them out when they are nearly done.\n2. Tomatoes in chunks with half a teaspoon of salt until they give their juice. Too sour? One spoon of sugar. Southerners use two. We do not judge.\n3. Eggs back in, three turns, off the heat, spring onion.\n\nWith rice. Mix in the sauce. You should see your face in the empty bowl.'],
    pictures: [['cooking', 2, '3:4', '一个人在厨房里守着一口大锅，案板上有番茄'], ['flat-lay', 5, '1:1', '案板、刀和各种食材'], ['wok', 1, '4:3', '大火上的炒锅，菜在锅上方翻起来']],
    talk: [
      ['dale', 'Made this tonight. First thing I cooked since my wife passed that was not out of a can. Good recipe.', ['laowang', '大哥，您慢慢做，做熟了再告诉我，我教您第二道。'], ['zhou.nainai', '好孩子，好好吃饭。'], ['dale', 'Ready for number two.'], ['laowang', '第二道：酸辣土豆丝。明天发。']],
      ['rosie.q', 'One spoon or two of sugar? I want to pick the right side of history.', ['xiaoman', 'Hangzhou says two.'], ['dongbei.ge', '一勺都多余。'], ['laowang', '看，打起来了。']],
      ['jordan.k', '我做了！很好吃！', ['chen.laoshi', '句子完全正确！'], ['jordan.k', 'Two victories in one evening.']],
      ['wes', 'You could see my face in the bowl. It was a happy face.'],
      ['tess', 'I licked the plate. In front of the cat.'],
    ],
  },
  {
    key: 'potato', by: 'laowang', days: 36.1, weight: 0.55, topics: ['菜谱', '家常菜'], title: '第二道：酸辣土豆丝（给俄亥俄的老哥）',
    text: '土豆两个，切细丝，泡两遍水，把淀粉洗掉，这样才脆。\n\n干辣椒五个、花椒十粒，小火炸香。土豆丝下锅，大火，一分半钟。沿锅边淋一勺半醋，半勺盐，翻匀出锅。\n\n切不细没关系，第一次都像薯条。',
    pictures: [['wok', 5, '3:4', '炒锅里的菜在大火上翻炒'], ['flat-lay', 7, '1:1', '案板上的食材']],
    talk: [
      ['dale', 'Mine looked like french fries. Tasted fine. Soaked it twice like you said.', ['laowang', '薯条版也算数！下次刀斜一点。']],
      ['bea', 'A minute and a half?? My whole family boils potatoes for forty.', ['laowang', '煮四十分钟那叫糊糊，也好吃。']],
      ['priya', 'Vegetarian, fast, sour, hot. This is my entire personality.'],
    ],
  },
  {
    key: 'tamales', by: 'lupe', days: 14.4, weight: 0.66, topics: ['recipe', 'TikTokRefugee'], title: "Page 12 of my abuela's notebook: tamales, 40 of them, no less",
    text: 'She writes "as much lard as you need". I called my tía. She said: you know when you know.\n\nSo I measured everything, for you:\n\n• 4 cups masa harina\n• 1 1/3 cups lard, whipped until it floats in a glass of water\n• 3 cups warm broth, 2 tsp salt, 1 tsp baking powder\n• 2 lb pork shoulder in red chile (6 guajillo, 3 ancho)\n• 40 corn husks soaked one hour\n\nSteam 80 minutes. They are done when the husk lets go without an argument.',
    pictures: [['dumplings', 5, '3:4', 'A bamboo steamer full of filled dough, steam rising'], ['cooking', 7, '3:4', 'Someone smiling over a big steaming pot'], ['market', 2, '4:3', 'A fruit and vegetable stall under a striped awning']],
    talk: [
      ['laowang', '这不就是粽子吗！叶子包的，蒸的，一包就是几十个，全家一起包。', ['lupe', 'I looked up 粽子. WE ARE COUSINS.'], ['meilin', 'Every culture eventually wraps starch in a leaf. It is how you know it is a culture.']],
      ['tangtang', '猪油打到能浮起来，这个判断方法太聪明了。', ['lupe', 'Abuela would like you.']],
      ['hana.bakes', 'The husk lets go without an argument. I am framing that.'],
    ],
  },
  {
    key: 'sourdough-guangzhou', by: 'tangtang', days: 11.2, weight: 0.5, topics: ['烘焙', 'baking', '广州'], title: '广州三十四度，面团比我先中暑',
    text: '南方做欧包，最怕夏天。给大家三个数：\n\n水温：用冰水，揉完面温不要超过24度。\n鲁邦种：从20%降到12%。\n发酵：室温一个半小时就够，其余放冰箱，4度16小时。\n\n照书上写的三小时，打开盖子就是一盆酸奶。',
    pictures: [['bakery', 1, '3:4', '面包店的柜台，架子上摆满面包'], ['coffee', 3, '1:1', '一杯拉花咖啡，旁边是面包和一本书'], ['bakery', 4, '4:3', '面包师站在柜台后面']],
    talk: [
      ['hana.bakes', 'Ice water and less starter. You have just saved my August. Cleveland gets to 90 F and my kitchen has no mercy.', ['tangtang', 'Yes! 90 F 的话种再减到10%试试。'], ['hana.bakes', 'Reporting back on Sunday.'], ['hana.bakes', 'Sunday report: ear like a shark fin. Thank you!!']],
      ['doudou.ma', '“一盆酸奶”，说的就是我家上周。'],
      ['maya.cooks', 'A baker who gives numbers. Marry me.'],
    ],
  },
  {
    key: 'poppy', by: 'hana.bakes', days: 6.8, weight: 0.41, topics: ['baking', 'recipe', '烘焙'], title: 'Poppy seed roll, and why mine finally stopped cracking',
    text: 'Grandma never cracked one. I cracked thirty. The answer: egg yolk, dry, then egg white, dry, then bake at 350 F for 35 min. Two thin coats, never one thick one.\n\nIt looks like marble. I ate the ends so you would only see the good part.',
    pictures: [['bakery', 5, '3:4', 'A bakery counter with shelves of bread behind it'], ['cake', 2, '1:1', 'A tall cake with candles under a string of flags']],
    talk: [
      ['tangtang', '蛋黄干了再刷蛋白，学到了！我试试用在菠萝包上。', ['hana.bakes', 'Pineapple bun with a marble top? Post it immediately.']],
      ['meilin', 'My neighbour was Hungarian and brought us this every Christmas. You just gave me back a smell.', ['hana.bakes', 'Oh, Mei. I will send you the filling recipe.']],
    ],
  },
  {
    key: 'dumpling-night', by: 'dongbei.ge', days: 28.8, weight: 0.69, topics: ['菜谱', '饺子', '哈尔滨'], title: '包饺子的夜晚，谁都不许光吃不包',
    text: '酸菜猪肉馅，十个人，四百个。\n\n馅：前腿肉两斤，酸菜三颗攥干，葱一根，姜末一勺，生抽三勺，盐一勺半，香油一圈。\n面：两斤，水一斤，醒半小时。\n\n不会包的负责擀皮，不会擀皮的负责讲笑话，什么都不会的负责下饺子。经理负责监督。',
    pictures: [['dumplings', 9, '3:4', '一笼饺子，旁边有醋碟和筷子'], ['friends', 3, '4:3', '五个朋友挤在一张照片里'], ['hotpot', 4, '1:1', '圆桌中间的锅，大家伸出筷子']],
    talk: [
      ['tess', 'I can tell jokes. What do you call a cat at a dumpling party?', ['dongbei.ge', '什么？'], ['tess', 'Under arrest.'], ['xiaoman', '我翻译给全家听了，冷得像哈尔滨。']],
      ['nick.w', 'Four hundred!! My record is eleven and three of those exploded.', ['dongbei.ge', '爆了的叫“笑了”，过年吉利。'], ['nick.w', 'They were hysterical, then.']],
      ['amina', 'What could replace the pork?', ['laowang', '羊肉胡萝卜，西安人拍胸脯保证。'], ['amina', 'Lamb and carrot! Done.']],
    ],
  },
  {
    key: 'tea-nurse', by: 'amina', days: 13.5, weight: 0.44, topics: ['tea', '茶'], title: 'How do you make tea at 4 a.m. with no kettle and four minutes?',
    text: 'Asking the tea people of this app. I have: a hospital hot-water tap (85 C on a good night), a lidded mug, and exactly four minutes before someone needs me.\n\nWhat leaf survives this?',
    pictures: [['tea', 3, '3:4', 'A teapot with three small cups on a wooden tray, bamboo beside it']],
    talk: [
      ['mobai', '85度正好，龙井或者碧螺春，叶子直接放杯里，喝到三分之一就续水，不会苦。', ['meilin', 'Mobai says 85 is ideal for Longjing: leaves straight in the mug, top up when a third is left.'], ['amina', 'So my broken tap is secretly perfect. I feel seen.']],
      ['ayuan', '我们茶馆里的盖碗就是这样喝一下午的。'],
      ['xiaoman', '龙井是我家乡的！要不要我给你寄一点？', ['amina', 'You are too kind! Tell me which one to look for and I will find it here.'], ['xiaoman', 'Look for 明前龙井, flat leaves, smells like beans. Don’t pay too much!']],
      ['zhou.nainai', '夜里喝淡一点，护士同志。'],
    ],
  },
  {
    key: 'milk-tea', by: 'mumu', days: 4.2, weight: 0.28, topics: ['奶茶', '日常'], title: '考研人的奖励机制：做完一套真题，换一杯奶茶',
    text: '今天做完了两套。\n\n所以这是两杯。没有问题，逻辑自洽。',
    pictures: [['milk-tea', 4, '3:4', '两杯珍珠奶茶放在木桌上，窗外是城市']],
    talk: [
      ['kiki', 'I do this with my thesis and boba too. The system is sound.'],
      ['priya', 'As a math teacher I confirm: 2 papers = 2 teas. The ratio is constant.', ['mumu', 'Thank you teacher! The function is linear.'], ['priya', 'Until your stomach introduces a limit.']],
    ],
  },
  {
    key: 'breakfast-wuhan', by: 'juzuo', days: 31.9, weight: 0.39, topics: ['武汉', '早餐'], title: '武汉人的早餐叫“过早”，一个月可以不重样',
    text: '热干面打底，面窝、豆皮、糊汤粉轮着来。边走边吃是基本功，我能一手端面，一手开共享单车。\n\n橘座闻了闻热干面的碗，打了个喷嚏，走了。',
    pictures: [['breakfast', 2, '3:4', '桌上的早餐：豆浆、油条、包子和鸡蛋'], ['noodle-top', 4, '3:4', '从上面看的一碗面，筷子搁在碗边']],
    talk: [
      ['theo', 'Eating noodles while riding a bike should be an Olympic event.', ['juzuo', '武汉队包揽金银铜。']],
      ['ajiao', '热干面可以，但是要加辣。', ['juzuo', '我就知道你会来。']],
      ['tess', 'Is "guò zǎo" literally "to pass the morning"?', ['chen.laoshi', '是的，“过”是度过，“早”是早晨。翻得很美。'], ['tess', 'To pass the morning with noodles. I am moving.']],
    ],
  },
  {
    key: 'congee', by: 'meilin', days: 18.6, weight: 0.5, topics: ['recipe', '菜谱', 'TikTokRefugee'], title: 'Congee for the sick, the tired and the newly arrived',
    text: 'Everyone asks what we eat when we feel terrible. This.\n\nOne cup of rice, ten cups of water, one slice of ginger. Boil, then as low as your stove goes, ninety minutes, stirring when you pass by. Salt at the end.\n\nTop with whatever you love: a salted egg, spring onion, the crispy bits from last night, a sad love song.',
    layer: ['给生病的、累的和刚来的人：一碗白粥', '大家都问，不舒服的时候我们吃什么。就吃这个。\n\n一杯米，十杯水，一片姜。煮开，转最小的火，九十分钟，路过就搅一搅。最后放盐。\n\n上面放你喜欢的：咸蛋、葱花、昨晚剩的脆边，或者一首伤心的情歌。'],
    pictures: [['breakfast', 5, '3:4', 'A white bowl of congee with other small dishes on a checked cloth'], ['tea', 6, '1:1', 'A teapot and cups on a table']],
    talk: [
      ['amina', 'I made this for my floor during the flu week. Eleven nurses. Not a grain left.', ['meilin', 'That is the best sentence I have read this year.']],
      ['dale', 'My stomach thanks you.'],
      ['linxi', '我们厦门还要加一勺沙茶。', ['meilin', '福州人表示可以商量。']],
      ['wes', 'I went with the sad love song. It needed salt.'],
    ],
  },
  {
    key: 'hotpot-solo', by: 'xiaoman', days: 10.3, weight: 0.37, topics: ['火锅', '大学生活'], title: '一个人吃火锅，服务员在我对面放了一只大熊',
    text: '我说不用了，服务员说没事，它不吃毛肚。\n\n后来我跟熊聊了四十分钟期末考试。它听得很认真。',
    pictures: [['hotpot', 6, '3:4', '从上面看的火锅，红汤和白汤各一半']],
    talk: [
      ['rosie.q', 'Wait, restaurants give you a bear to eat with??', ['xiaoman', 'Yes! So you are not lonely. Very big bear.'], ['rosie.q', 'Why does this country have everything figured out.']],
      ['ajiao', '下次来成都，我坐你对面，我也吃得很认真。', ['xiaoman', '说好了！']],
    ],
  },
  {
    key: 'tofu-brain', by: 'zhou.nainai', days: 25.7, weight: 0.46, topics: ['早餐', '北京'], title: '豆腐脑，甜的还是咸的',
    text: '孙女说，发这个肯定有人吵架。我不信，就问问。\n\n我们家吃咸的。',
    card: 'letter',
    talk: [
      ['tangtang', '甜的！！！'],
      ['dongbei.ge', '咸的，加卤，加香菜，奶奶说得对。'],
      ['ajiao', '辣的。', ['zhou.nainai', '还有辣的？'], ['ajiao', '四川什么都有辣的，奶奶。']],
      ['bea', 'There is a tofu… brain? Sweet or salty? I need to sit down.', ['meilin', 'It is very soft warm tofu. The name scares people. The sweet-or-salty war is older than any of us.'], ['bea', 'Team salty, for diplomatic reasons. Hello grandma Zhou!'], ['zhou.nainai', '你好孩子。']],
      ['zhou.nainai', '孙女赢了，真吵起来了。'],
    ],
  },
  {
    key: 'market-morning', by: 'gugu', days: 19.3, weight: 0.35, topics: ['昆明', '菜市场'], title: '昆明菜市场的早上，花比白菜便宜',
    text: '一把洋桔梗五块，一颗白菜四块五。我空着手去买白菜，抱着四把花回来了。\n\n晚饭吃花吗？在云南，还真可以：金雀花炒蛋，茉莉花汤，玫瑰饼。',
    pictures: [['market', 4, '3:4', '水果摊，条纹遮阳棚，摊主递来一个水果'], ['balcony', 5, '3:4', '阳台上摆满花盆'], ['flat-lay', 9, '1:1', '案板和买回来的菜']],
    talk: [
      ['zoe.draws', 'Flowers cheaper than cabbage is the economy I voted for.'],
      ['maya.cooks', 'Eggs with broom flowers? Please post the recipe, with amounts!', ['gugu', '花一把（约80克），蛋三个，盐半勺，先焯水十秒。'], ['maya.cooks', '80 g, three eggs, half a teaspoon, blanch ten seconds. You beautiful human.']],
      ['tess', 'Reading this under grey Portland rain. It helped.'],
    ],
  },
  {
    key: 'coffee-shanghai', by: 'yehang', days: 7.7, weight: 0.31, topics: ['上海', '咖啡'], title: '上海的咖啡店比便利店还多，我数过',
    text: '从家到地铁站八百米，十一家咖啡，三家便利店。\n\n第四家的老板养了一只猫，所以我只去第四家。',
    pictures: [['coffee', 2, '1:1', '俯拍的拉花咖啡，旁边有一本翻开的书'], ['lane', 3, '3:4', '梧桐树下的弄堂，晾着衣服，停着自行车']],
    talk: [['tess', 'Correct decision-making process.'], ['theo', 'Eleven in 800 m is one every 73 meters. I approve of this headway.', ['yehang', '你是第一个算间隔的人，不愧是铁路迷。']]],
  },
  {
    key: 'noodle-map', by: 'laowang', days: 2.4, weight: 0.48, topics: ['noodles', '西安', '美食'], title: '西安一条街，七碗面，一张地图画在这里',
    text: '从南门往西走：油泼面、臊子面、蘸水面、biáng biáng 面、浆水面、酸汤面、炒拨刀。\n\n外地朋友别贪多，一碗一碗来。前面的店都说自己的最正宗，这句话也是正宗的。',
    pictures: [['noodle-top', 1, '3:4', '从上面看的一碗面，配着几碟小菜'], ['noodle-bowl', 6, '3:4', '面碗冒着热气，筷子夹起面条'], ['noodle-top', 8, '1:1', '另一碗面，放着青菜'], ['noodle-bowl', 9, '1:1', '第三碗面']],
    talk: [
      ['jordan.k', 'How do you WRITE biáng?', ['chen.laoshi', '五十多画，输入法里没有，所以大家写拼音。'], ['mobai', '我写过一次，写完天黑了。'], ['jordan.k', 'I am saving it for retirement.']],
      ['dale', 'Seven noodles. I could do five.', ['laowang', '来了我陪您，剩下两碗我吃。']],
      ['theo', 'Please tell me this is walkable.', ['laowang', '走着吃，正好消化。']],
    ],
  },
  {
    key: 'gumbo', by: 'maya.cooks', days: 43.2, weight: 0.45, topics: ['recipe', 'TikTokRefugee'], title: 'In return: gumbo, from my side of the world',
    text: 'You gave me mapo tofu, so here is my family. Equal parts flour and oil (3/4 cup each), stirred for forty minutes over low heat until it is the color of a penny, then of chocolate. No phone. If you look away it burns.\n\nThen onion, celery, green pepper, sausage, chicken, okra, stock, two hours. Rice.\n\nThe stirring is the recipe. Everything else is shopping.',
    pictures: [['cooking', 9, '3:4', 'A cook in an apron behind a big pot on the table'], ['flat-lay', 11, '1:1', 'Vegetables and spices laid out from above']],
    talk: [
      ['laowang', '搅四十分钟，这跟我们炒豆沙一个道理，人不能走。', ['maya.cooks', 'Red bean paste people understand roux people.']],
      ['ajiao', '最后可以放点辣椒不', ['maya.cooks', 'You may. In fact you must.']],
      ['xiaoyu.reads', '“搅拌就是菜谱，其余都是买菜”，抄在本子上了。'],
    ],
  },
  {
    key: 'noodle-fail', by: 'rosie.q', days: 1.1, weight: 0.22, topics: ['noodles', 'fail'], title: 'I tried to pull noodles. I made rope.',
    text: 'Cost: $1.19 of flour. Time: three hours. Result: you could moor a ferry with it.\n\nWhat went wrong? Be honest, I am from Boston.',
    pictures: [['noodle-top', 12, '3:4', 'A bowl of noodles from above with chopsticks on the rim']],
    talk: [
      ['laowang', '面醒少了。盐水和面，醒一小时，刷油再醒一小时，它自己就想变长。', ['rosie.q', 'It wants to become long by itself. Okay. I will give it space.']],
      ['ajiao', '绳子也可以下火锅。'],
    ],
  },
  {
    key: 'strawberry-cake', by: 'doudou.ma', days: 16.5, weight: 0.3, topics: ['烘焙', '亲子'], title: '豆豆十一岁了，蛋糕是他自己裱的',
    text: '他说要裱一座火山，我说好。裱完他说是富士山，我说也好。\n\n吹蜡烛的时候他许愿：希望数学应用题里的小明不要再往游泳池里一边放水一边排水了。',
    pictures: [['cake', 5, '3:4', '插着蜡烛的草莓蛋糕，上面挂着彩旗']],
    talk: [
      ['priya', 'As a math teacher: I have asked Xiao Ming many times. He will not stop.', ['doudou.ma', '哈哈哈哈原来全世界的小明都在放水！'], ['priya', 'Ours is called Train A and Train B.']],
      ['tangtang', '裱得比我第一年好，认真的。'],
      ['zhou.nainai', '祝孩子健康长大。'],
    ],
  },
  {
    key: 'shacha', by: 'linxi', days: 22.4, weight: 0.26, topics: ['厦门', 'noodles'], title: '沙茶面自己选料，选着选着就三十块了',
    text: '豆腐、鱿鱼、大肠、煎蛋……每样两三块，一时上头，碗都端不动。\n\n老板看我一眼：一个人？\n我：嗯。\n老板又给我加了一块豆腐。',
    pictures: [['noodle-bowl', 12, '3:4', '一碗料很多的面，热气往上冒'], ['sea', 4, '4:3', '白天的海，灯塔和帆船']],
    talk: [['xiaoman', '多给的那块豆腐是最好吃的。'], ['kiki', 'The tofu of solidarity.', ['linxi', 'Yes! That is the name of the dish now.']]],
  },
  {
    key: 'iced-lemon', by: 'tangtang', days: 0.9, weight: 0.2, topics: ['广州', '夏天'], title: '面包店的午后，全员躺平喝柠檬茶',
    text: '香水柠檬一个，去掉一半的皮（不苦），捶十五下；红茶300毫升，冰一满杯，糖浆30毫升。\n\n捶的时候想着房租，力道刚好。',
    pictures: [['milk-tea', 7, '3:4', '两杯冰饮料，杯子上插着吸管']],
    talk: [['hana.bakes', 'Fifteen hits while thinking of rent. Mine needed twenty.', ['tangtang', 'Cleveland 的房租也这么贵吗！']], ['azhe', '深圳的得捶三十下。']],
  },
]
