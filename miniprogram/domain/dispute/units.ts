/** Departments that can be whistled for or passed to (社区吹哨、部门报到). A post may name others. */
import type { DisputeCategory } from '../../../typings/contract/dispute';

export const units = ['居委会', '物业', '司法所', '综治中心', '信访办', '城管', '市场监管', '住建', '生态环境', '民政', '妇联', '人社', '卫健', '消防', '街道办'] as const;

/** Who is whistled for when nobody chose: by what it is about. */
export const unitsByCategory: Readonly<Record<DisputeCategory, readonly string[]>> = {
  noise: ['居委会', '生态环境'],
  leak: ['居委会', '住建'],
  parking: ['居委会', '城管'],
  pets: ['居委会', '城管'],
  money: ['居委会', '司法所'],
  family: ['居委会', '妇联'],
  property: ['街道办', '住建'],
  unsure: ['居委会', '综治中心'],
};
