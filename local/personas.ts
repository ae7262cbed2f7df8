/** The people of the demo community that anybody may be: `/?as=<id>`. All of them are invented. */

export interface Persona {
  id: string;
  /** Who this is to the cloud. */
  openid: string;
  name: string;
  /** What the person does here, in Chinese. */
  title: string;
}

export const personas: readonly Persona[] = [
  persona('resident', '韦德顺', '居民'),
  persona('neighbour', '江月兰', '3号楼邻居'),
  persona('parent', '安然', '家长'),
  persona('parent2', '穆子安', '家长'),
  persona('volunteer', '骆长根', '义警'),
  persona('courier', '米小娅', '快递员'),
  persona('gridWorker', '夏荷', '网格员'),
  persona('mediator', '丁守义', '调解员'),
  persona('mediator2', '白秀兰', '调解员'),
  persona('officer', '沈砚秋', '民警'),
  persona('officer2', '陆则行', '民警'),
  persona('auxiliary', '程小北', '辅警'),
  persona('leader', '韩岳', '所领导'),
  persona('carer', '尹晓棠', '托管员'),
  persona('partner', '冷锋', '物业'),
  persona('admin', '卫思远', '管理员'),
  persona('stranger', '路人', '没有登记'),
];

function persona(id: string, name: string, title: string): Persona {
  return { id, openid: `demo-${id}`, name, title };
}
