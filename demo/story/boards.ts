/** Boards people keep, and which topics they put into them. */
import type { Board } from './types.ts'

const rows: readonly (readonly [owner: string, title: string, description: string, topics: readonly string[], hidden?: true])[] = [
  ['tess', 'Cats with jobs', 'Inspectors, managers, readers.', ['petTax', '猫咪']],
  ['tess', 'Chinese, one bite at a time', 'Lessons I come back to.', ['学中文', 'LearnChinese', 'slang']],
  ['tess', 'For the trip', 'Some day soon.', ['旅行', '杭州', '西湖', '上海', '成都'], true],
  ['xiaoman', '地道英语', '看评论学到的句子。', ['EnglishCorner', '学英语']],
  ['xiaoman', '想去的地方', '攒钱中。', ['旅行', 'Portland', 'hiking', 'Hawaii']],
  ['xiaoman', '猫猫狗狗', '快乐老家。', ['petTax', '猫咪', 'dogs', '狗狗']],
  ['dale', 'To cook', 'Working through these.', ['recipe', '菜谱', 'cooking', '家常菜']],
  ['dale', 'Good dogs', '', ['dogs', '狗狗']],
  ['jordan.k', '作业 homework', 'Everything Teacher Chen marked.', ['学中文', 'LearnChinese', 'homeworkhelp']],
  ['maya.cooks', 'Sichuan school', 'Corrections included.', ['菜谱', '成都', 'noodles', '美食', 'mapotofu']],
  ['maya.cooks', 'Bread people', '', ['baking', '烘焙']],
  ['theo', 'Rails', 'Routes, tickets, windows.', ['trains', '地铁', 'bridges']],
  ['theo', 'China by train', '', ['旅行', '旅行攻略', '上海', '西安']],
  ['priya', 'For my classroom', '', ['math', '数学', 'homeworkhelp', '作业']],
  ['bea', 'Wool and patience', '', ['knitting', 'craft', 'sewing', '毛线', '手工']],
  ['rosie.q', 'Alterations to attempt', '', ['穿搭', 'sewing', '旧衣改造', 'thrift']],
  ['sam.hikes', 'Trails with numbers', '', ['hiking', '徒步', 'camping']],
  ['amina', 'After the night shift', 'Soft things only.', ['tea', '茶', '猫咪', 'petTax']],
  ['zoe.draws', 'Reference: light', '', ['摄影', '夜', '上海', 'balcony', '阳台']],
  ['caifeng.lu', '改造灵感', '', ['thrift', 'sewing', 'OOTD', '汉服']],
  ['laowang', '外国菜试试', '看看能不能用中国灶做。', ['recipe', 'baking', 'cooking']],
  ['gugu', '花和狗', '', ['植物', '阳台', 'balcony', '狗狗', 'dogs']],
  ['mumu', '英语素材', '考完就背得出来了。', ['EnglishCorner', '学英语', 'slang', 'homeworkhelp']],
  ['yehang', '夜路', '', ['夜', '摄影', 'trains']],
  ['meilin', 'For the family chat', '家里群要看的。', ['family', '中秋', 'TikTokRefugee', '菜谱']],
  ['zhou.nainai', '孩子们', '', ['TikTokRefugee', '日常', 'knitting']],
  ['shanye', '下一座山', '', ['hiking', '徒步', '旅行']],
  ['ada', 'Worth fixing for', '', ['community', 'Vermilion', 'TikTokRefugee'], true],
]

export const boards: Board[] = rows.map(([owner, title, description, , hidden]) => ({
  owner,
  title,
  description,
  private: hidden === true,
}))

/** The board of this person that fits the topics best, if there is one. */
export function boardFor(owner: string, topics: readonly string[]): string | null {
  let best: string | null = null
  let most = 0
  for (const [who, title, , likes] of rows) {
    const fit = who === owner ? topics.filter((topic) => likes.includes(topic)).length : 0
    if (fit > most) [best, most] = [title, fit]
  }
  return best
}
