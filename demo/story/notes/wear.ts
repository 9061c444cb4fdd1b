import type { Draft } from '../draft.ts'

export const wear: readonly Draft[] = [
  {
    key: 'qipao-work', by: 'caifeng.lu', days: 25.1, weight: 0.85, topics: ['穿搭', '旧衣改造', 'sewing'], title: '妈妈的旧旗袍改成了通勤裙',
    text: '1988年的料子，放了三十多年，一点没坏。妈妈结婚时做的，后来胖了，再也没穿。\n\n改法：开衩缝到膝下，领子放低两厘米，腰侧各放一寸，里面加一层棉布。拆下来的边角做了一个发圈，给妈妈。\n\n她摸了摸，说：还是这个手感。',
    layer: ['My mother’s old qipao became a dress for the office', 'Cloth from 1988, thirty years in a drawer and not one moth. She had it made for her wedding, then never fitted it again.\n\nWhat I did: closed the slits to below the knee, lowered the collar 2 cm, let out an inch on each side, lined it with cotton. From the scraps a hair tie, for her.\n\nShe touched it and said: the same hand as then.'],
    pictures: [['dress', 1, '3:4', '挂在墙上的一条连衣裙，旁边有包和绿植'], ['rack', 2, '3:4', '一排挂着的衣服'], ['mirror', 3, '3:4', '有人对着拱形镜子拍照'], ['knitting', 4, '1:1', '毛线和针线筐']],
    talk: [
      ['rosie.q', 'The hair tie for your mom. I gasped in a coffee shop.', ['caifeng.lu', '她现在每天戴着去买菜。']],
      ['bea', 'How do you let out an inch if there is no seam allowance?', ['caifeng.lu', '老裁缝都会在里面留“余量”，有两指宽，等着人长胖。'], ['bea', 'They left room for life to happen. That is the most beautiful technical answer.']],
      ['zhou.nainai', '我也有一件，料子是蓝的，给你寄去改改？', ['caifeng.lu', '奶奶寄！不收钱，收一张您穿上的照片。']],
      ['luobei', '盘扣是重新盘的吗？', ['caifeng.lu', '原来的，洗了洗，还亮着。']],
      ['lupe', 'My abuela\'s wedding dress is in a box. You have made me open the box.'],
    ],
  },
  {
    key: 'thrift-12', by: 'rosie.q', days: 18.9, weight: 0.65, topics: ['穿搭', 'thrift', 'OOTD'], title: 'Whole outfit $23.50 and I will itemize it',
    text: 'Shirt $6 (men\'s, 1994, smells of a nice grandfather). Skirt $8. Shoes $7, resoled for nothing because the cobbler likes me. Bag $2.50, with a bus ticket from 1981 inside.\n\nThe sunglasses were free, they are my roommate\'s, do not tell her.',
    pictures: [['outfit', 1, '3:4', 'A shirt, skirt, shoes, bag and hat laid out'], ['outfit', 4, '3:4', 'Another outfit laid out on a pale cover'], ['mirror', 5, '3:4', 'A mirror selfie in a hallway with plants']],
    talk: [
      ['caifeng.lu', '1994年的男式衬衫最好，棉厚，领子硬。腰这里收两个省会更精神。', ['rosie.q', 'Darts! Would you show me where?'], ['caifeng.lu', '肩胛骨下面，左右各一个，长12厘米，宽1.5。画图发你了。'], ['rosie.q', 'I have a seamstress in Suzhou. I have made it.']],
      ['azhe', '车票给我看看，1981年去哪里的？', ['rosie.q', 'Providence to Worcester, 85 cents.'], ['theo', 'PLEASE post the ticket.']],
      ['tess', 'Your roommate follows me. I have said nothing.'],
    ],
  },
  {
    key: 'thrift-ticket', by: 'rosie.q', days: 18.2, weight: 0.25, topics: ['thrift', 'trains'], title: 'By popular demand of one (1) train man: the ticket',
    text: 'Punched twice. Somebody went, and somebody came back.',
    card: 'stub',
    talk: [['theo', 'That punch shape is a conductor\'s signature, each had their own. You are holding somebody\'s handwriting.', ['rosie.q', 'Well now I have to frame it.']], ['yehang', '有人去了，有人回来了，像一句诗。']],
  },
  {
    key: 'hanfu-beginner', by: 'luobei', days: 21.9, weight: 0.5, topics: ['汉服', '穿搭', '新手'], title: '第一次买汉服，三百块以内怎么配',
    text: '一、先买一件百搭的褙子（80–120），纯色，不绣花。\n二、宋裤或百迭裙（70–100），选比褙子深一号的颜色。\n三、内搭用家里的白色吊带就行。\n四、簪子买木头的，十几块，比金的好看。\n五、鞋随便，帆布鞋完全可以。\n\n形制不懂没关系，先穿出门，出了门就会想懂了。',
    pictures: [['hanfu', 2, '3:4', '梳着发髻的女子，穿交领汉服，拿着折扇'], ['rack', 5, '3:4', '衣架上的各色衣服'], ['outfit', 7, '1:1', '摊开的一套衣服']],
    talk: [
      ['zoe.draws', 'Is it okay for foreigners to wear it?', ['luobei', '当然可以！穿对左右襟就好：左边压右边（y字形）。'], ['zoe.draws', 'Left over right, like the letter y. Thank you!']],
      ['xiaoman', '“出了门就会想懂了”，很多事都是这样。'],
      ['mumu', '考完就买！', ['luobei', '考完我送你一根簪子。']],
    ],
  },
  {
    key: 'capsule', by: 'azhe', days: 30.8, weight: 0.26, topics: ['穿搭', '男生穿搭'], title: '程序员的衣柜：六件灰的，一件很勇敢的',
    text: '很勇敢的那件是黄色。面试那天没敢穿，今天穿了，前台说我今天看起来睡够了。',
    pictures: [['rack', 8, '3:4', '衣架上一排衣服'], ['mirror', 9, '3:4', '镜子前的人拿着手机']],
    talk: [['rosie.q', 'Yellow is a vitamin. Wear it on Mondays.'], ['caifeng.lu', '勇敢的颜色要贴着脸穿，气色最好。'], ['theo', 'I own nine navy sweaters. I feel very seen and very brave.']],
  },
  {
    key: 'shoes-q', by: 'priya', days: 10.9, weight: 0.2, topics: ['OOTD', 'teachers'], title: 'Teachers: what shoes survive nine hours and 31 teenagers',
    text: 'I have tried four pairs. One squeaks in C minor.',
    pictures: [['outfit', 10, '3:4', 'An outfit with flat shoes, laid out']],
    talk: [['chen.laoshi', '我穿老北京布鞋，没声音，可以悄悄走到说话的同学后面。', ['priya', 'STEALTH SHOES. Ordering two pairs.']], ['owen', 'Crocs. I have surrendered.'], ['wes', 'I would like to hear the C minor shoes.']],
  },
  {
    key: 'wedding-dress', by: 'lupe', days: 15.3, weight: 0.48, topics: ['sewing', 'family'], title: 'I opened the box. Here is her dress.',
    text: 'Caifeng, you asked for a picture. Satin, 1952, made by her sister on a treadle machine. There is a tiny red cross stitch inside the hem where nobody would see. My tía says every woman in the family sews one somewhere.\n\nI am going to wear it to my cousin\'s wedding, with boots.',
    pictures: [['dress', 4, '3:4', 'A dress on a wooden hanger against a sunlit wall'], ['portrait', 9, '1:1', 'A smiling woman in front of leaves']],
    talk: [
      ['caifeng.lu', '一针红十字，是保平安的吧？我们这边是在衣角缝一颗红豆。', ['lupe', 'A red bean! Same reason. I am going to cry on satin.']],
      ['rosie.q', 'With boots. Correct. Iconic.'],
      ['meilin', 'My mother\'s was a red thread in the cuff. We were all doing it, all over the world, without knowing.'],
    ],
  },
  {
    key: 'scarf-color', by: 'gugu', days: 37.9, weight: 0.17, topics: ['穿搭', '昆明'], title: '用阳台的花挑衣服颜色，没出过错',
    text: '三角梅配灰，茉莉配绿，多肉配多肉。',
    pictures: [['outfit', 12, '3:4', '摊开的衬衫、裙子和草帽'], ['balcony', 9, '1:1', '阳台上的花']],
    talk: [['zoe.draws', 'Nature is the best palette and also free.'], ['caifeng.lu', '“多肉配多肉”是什么颜色？', ['gugu', '是快乐。']]],
  },
  {
    key: 'winter-layers', by: 'dongbei.ge', days: 48.4, weight: 0.35, topics: ['穿搭', '哈尔滨', '冬天'], title: '东北穿衣公式：秋衣+毛衣+“能不能动”',
    text: '能动，再加一件。不能动，正好。',
    pictures: [['snow', 5, '3:4', '雪地里的木屋和雪人'], ['portrait', 12, '1:1', '戴毛线帽的人']],
    talk: [['bea', 'The Minnesota formula is identical, we just add a hotdish.', ['dongbei.ge', 'hotdish 是啥？'], ['bea', 'A casserole with tater tots. It is insulation.']], ['linxi', '我十八度就是“不能动”的状态。']],
  },
  {
    key: 'bag-repair', by: 'bea', days: 13.9, weight: 0.19, topics: ['mending', 'sewing'], title: 'Mended a tote with a visible, slightly rude patch',
    text: 'It says nothing, but it is the color of an opinion.',
    pictures: [['knitting', 2, '3:4', 'Half-finished knitting, needles and balls of wool'], ['outfit', 3, '1:1', 'Clothes and a bag laid out']],
    talk: [['caifeng.lu', '补丁就要大大方方。', ['bea', 'Generous patches. My new motto.']]],
  },
]
