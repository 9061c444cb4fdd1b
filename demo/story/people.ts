/** Who lives here: twenty who were here first, twenty who came, and some at home in both languages. */
import type { SceneName } from '#demo/scenes/index.ts'
import type { Lang, Person } from './types.ts'

type Row = readonly [
  handle: string,
  name: string,
  pronouns: string | null,
  place: string | null,
  reads: readonly Lang[],
  avatar: number,
  banner: readonly [SceneName, number] | null,
  joinedDaysAgo: number,
  bio: string,
]

const zh: readonly Lang[] = ['zh-Hans']
const en: readonly Lang[] = ['en']
const zhEn: readonly Lang[] = ['zh-Hans', 'en']
const enZh: readonly Lang[] = ['en', 'zh-Hans']

const rows: readonly Row[] = [
  ['xiaoman', '小满', '她', '杭州', zhEn, 0, ['lake', 5], 412, '在杭州念大三，英语靠聊天续命。看到学中文的朋友会忍不住改声调，改错了请打我。'],
  ['ajiao', '阿椒', '她', '成都', zh, 18, ['hotpot', 3], 530, '成都土著，一天三顿，顿顿有辣。微辣是一种谎言。'],
  ['caifeng.lu', '裁缝小鹿', '她', '苏州', zh, 10, ['rack', 2], 366, '旧衣服改造中。妈妈的旗袍、爸爸的衬衫，都能再穿二十年。'],
  ['yehang', '夜航船', '他', '上海', zhEn, 31, ['skyline-night', 5], 601, '夜里两点出门拍照的人。不睡觉，不营业，不代拍。'],
  ['shanye', '山野笔记', '他', '临安', zh, 6, ['mountains', 5], 288, '周末在山上，平日在去山上的路上。路线都是自己走过的，放心抄。'],
  ['laowang', '老王爱做饭', '他', '西安', zh, 21, ['wok', 4], 475, '给闺女做了十二年早饭。菜谱写得啰嗦，但照着做准成。'],
  ['juzuo', '橘座的仆人', null, '武汉', zh, 2, ['cat-nap', 10], 340, '橘座，八公斤，职业：压被子。本账号由仆人代为打理。'],
  ['chen.laoshi', '陈老师', '她', '南京', zhEn, 7, ['cards', 3], 254, '小学语文老师，下班后教外国朋友写汉字。作业可以发来，红笔已备好。'],
  ['doudou.ma', '豆豆妈', '她', '长沙', zh, 3, ['desk', 5], 390, '五年级陪读中。数学题我也不会，我们一起问。'],
  ['linxi', '林汐', '她', '厦门', zhEn, 23, ['sea', 4], 322, '海边长大，拍海，等船，喂猫。小炭是只暹罗，脾气很大。'],
  ['azhe', '阿哲', '他', '深圳', zhEn, 29, null, 210, '写代码，租房子，研究怎么把十二平住出二十平的感觉。'],
  ['zhou.nainai', '周奶奶', '她', '北京', zh, 30, ['dancing', 2], 198, '七十一岁，织毛衣，跳广场舞，孙女教会了我发笔记。字打得慢，别急。'],
  ['tangtang', '糖糖烘焙', '她', '广州', zh, 11, ['bakery', 3], 447, '凌晨四点的面包师。不卖课，配方都写在笔记里。'],
  ['luobei', '洛北', '她', '洛阳', zh, 37, ['hanfu', 4], 276, '穿着汉服挤地铁的人。一件褙子穿四季。'],
  ['xiaoyu.reads', '小鱼读书', '她', '北京', zh, 26, ['bookshelf', 4], 355, '一年读八十本，记住的不到八本。'],
  ['dongbei.ge', '东北大哥', '他', '哈尔滨', zh, 39, ['snow', 2], 301, '零下二十八度，心里热乎。家有二哈一只，职务：经理。'],
  ['mobai', '墨白', '他', '绍兴', zhEn, 16, ['calligraphy', 2], 510, '每天写字一小时，写坏的纸比写好的多得多。'],
  ['ayuan', '阿圆', '她', '成都', zhEn, 13, ['panda', 3], 233, '在基地当志愿者，帮圆滚滚们切苹果。也爱泡茶馆。'],
  ['gugu', '咕咕', '她', '昆明', zh, 22, ['balcony', 3], 265, '阳台三十七盆花，柴犬一只叫豆包。花开得比我勤快。'],
  ['mumu', '木木备考', '她', '沈阳', zhEn, 38, null, 120, '考研党，每天在英语角打卡。欢迎纠正，越狠越好。'],
  ['tess', 'Tess Rowan', 'she/her', 'Portland, Oregon', en, 17, ['bridge', 3], 61, 'Librarian by day. I belong to a black cat named Mochi. Learning Chinese one cat picture at a time.'],
  ['jordan.k', 'Jordan Kim-Ellis', 'he/him', 'Atlanta, Georgia', en, 5, ['cards', 5], 60, 'Day 1 was January. Still bad at tones, extremely good at saying thank you.'],
  ['maya.cooks', 'Maya Okafor', 'she/her', 'Houston, Texas', en, 9, ['flat-lay', 4], 58, 'Jollof, gumbo, and now mapo tofu. I write recipes with real amounts because "season to taste" helped nobody.'],
  ['dale', 'Dale Hutchins', 'he/him', 'Chillicothe, Ohio', en, 25, ['train', 3], 57, 'Drove trucks for 31 years. My granddaughter set this up. Everyone here has been very kind to me.'],
  ['rosie.q', 'Rosie Quinn', 'she/her', 'Boston, Massachusetts', en, 24, ['outfit', 5], 59, 'Thrifted everything. I will tell you what I paid. I will always tell you what I paid.'],
  ['sam.hikes', 'Sam Ortiz', 'they/them', 'Denver, Colorado', en, 4, ['hiking', 3], 56, 'Slow hiker, early starter, snack carrier.'],
  ['priya', 'Priya Nair', 'she/her', 'Edison, New Jersey', en, 27, ['maths', 4], 62, 'High school math teacher. Post the problem, show me your attempt, and we will find the step together.'],
  ['bea', 'Bea Lindqvist', 'she/her', 'Minneapolis, Minnesota', en, 35, ['knitting', 3], 54, 'Knits through every meeting. Yes, this one too.'],
  ['theo', 'Theo Brandt', 'he/him', 'Chicago, Illinois', en, 12, ['train', 5], 58, 'Trains, bridges, timetables, and a tuxedo cat called Conductor.'],
  ['lupe', 'Lupe Garza', 'she/her', 'San Antonio, Texas', en, 32, ['market', 3], 60, "Cooking my abuela's notebook, page by page. Spanish at home, English at work, 谢谢 here."],
  ['nick.w', 'Nick Whitfield', 'he/him', 'Bristol, UK', en, 33, ['dog-beach', 1], 52, 'New dog dad. Biscuit is eleven weeks old and runs the household.'],
  ['amina', 'Amina Yusuf', 'she/her', 'Toronto, Ontario', en, 20, ['tea', 4], 57, 'Night-shift nurse. Tea drinker. Mother of a calico called Biryani.'],
  ['grace.lee', 'Grace Lee 李恩', 'she/her', 'Seattle, Washington', enZh, 14, ['skyline-dusk', 2], 420, 'I help look after this place. If something feels wrong, report it and a person will read it. 有事可以找我，中英文都行。'],
  ['ada', 'Ada Marsh', 'she/her', 'Leeds, UK', enZh, 1, ['room', 4], 640, 'I keep the lights on here. Tell me what is broken. 网站哪里不好用，请告诉我。'],
  ['wes', 'Wes Carter', 'he/him', 'Nashville, Tennessee', en, 19, ['guitar', 3], 55, 'Session guitarist. Will learn your song request badly, then well.'],
  ['kiki', 'Kiki Nakamura', 'she/they', 'Hilo, Hawaii', en, 8, ['sea', 9], 53, 'Marine biology student. My corgi is named Spam and he knows.'],
  ['owen', 'Owen Price', 'he/him', null, en, 36, null, 40, 'Mostly here for the cats. Private because my students found my last account.'],
  ['hana.bakes', 'Hana Kovács', 'she/her', 'Cleveland, Ohio', en, 34, ['bakery', 5], 51, 'Hungarian grandmother energy, twenty-nine years old. Everything has poppy seeds.'],
  ['zoe.draws', 'Zoë Marchetti', 'she/her', 'Philadelphia, Pennsylvania', en, 28, ['room', 9], 50, 'Illustrator. Plants, portraits, too many mugs.'],
  ['meilin', '林梅 Mei Lin', 'she/her · 她', 'Vancouver, British Columbia', enZh, 15, ['cherry', 4], 380, 'Born in Fuzhou, forty years in Vancouver. I translate between aunties. 两边的话我都能传。'],
]

const roles: Record<string, Person['role']> = { ada: 'admin', 'grace.lee': 'moderator' }

const oneClick: Record<string, NonNullable<Person['oneClick']>> = {
  tess: { order: 1, who: { en: 'A newcomer from Portland, with a cat', 'zh-Hans': '来自波特兰的新朋友，养了一只猫' } },
  xiaoman: { order: 2, who: { en: 'A student in Hangzhou who was here first', 'zh-Hans': '杭州的大学生，一直住在这里' } },
  meilin: { order: 3, who: { en: 'Reads both languages, in Vancouver', 'zh-Hans': '住在温哥华，中英文都读' } },
  'grace.lee': { order: 4, who: { en: 'The moderator', 'zh-Hans': '管理员，处理举报' } },
  ada: { order: 5, who: { en: 'The administrator', 'zh-Hans': '站长，管理整个站点' } },
}

export const people: Person[] = rows.map(([handle, displayName, pronouns, place, reads, avatar, banner, joinedDaysAgo, bio]) => ({
  handle,
  displayName,
  bio,
  pronouns,
  place,
  reads: [...reads],
  locale: reads[0] ?? 'en',
  role: roles[handle] ?? 'member',
  private: handle === 'owen',
  oneClick: oneClick[handle] ?? null,
  avatar,
  banner: banner && { scene: banner[0], seed: banner[1], ratio: '4:3' },
  joinedDaysAgo,
}))
