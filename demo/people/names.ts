import type { Random } from '../world/random.ts';

/** Frequent surnames; whoever bears one of these names is met by chance. */
const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
];
const FEMALE = [...'芳娜敏静丽艳娟霞秀英玉兰桂凤洁梅琳雪慧莉婷颖燕红春菊云莲真环瑞佳嘉琼勤珍贞荣爱妹香月媛瑾倩'];
const MALE = [...'伟强磊军洋勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林欢阳建志海山仁彬翔国庆东文博'];
const EITHER = [...'晓小雨子一思志国海文春永新立云宏家世天'];

export type Sex = 'MALE' | 'FEMALE';

/** An invented name: surname and one or, mostly, two characters. */
export function inventName(random: Random, sex: Sex, surname: string = random.pick(SURNAMES)): string {
  const own = sex === 'MALE' ? MALE : FEMALE;
  return random.chance(0.2) ? surname + random.pick(own) : surname + random.pick(EITHER) + random.pick(own);
}
