/**
 * The notice about children's data (个人信息保护法 第30、31条; 儿童个人信息网络保护规定 第9、10条), in the words of its
 * readers. A change of meaning needs a new `careNoticeVersion` in domain/childcare.
 */
import { retention } from '../../../../domain/childcare/policy';

export interface NoticeLine {
  readonly label: string;
  readonly words: string;
}

export const notice: readonly NoticeLine[] = [
  { label: '记什么', words: '小名、出生年月、学校班级、谁能接、签到和交接的时间。过敏这类情况是敏感信息，您愿意才写。不拍脸认人。' },
  { label: '做什么用', words: '只用来照看孩子、核对谁来接、有急事找到您。不做别的，不给别人。' },
  { label: '谁看得到', words: '您和别的监护人；孩子在站的时候，当班的托管员和民警，每看一次都记下来。' },
  { label: '放在哪、放多久', words: `存在国内的服务器上，电话和过敏加密。托管记录${retention.visitDays}天，交接照片${retention.handoverDays}天，过敏随您撤回同意就删；同意和查看的记录留3年。` },
  { label: '您可以', words: '随时看、改、导出、撤回同意、删除。不同意就不能约托管，说事、报隐患都不受影响。' },
  { label: '有疑问', words: '打警务室电话，或到警务室说一声，当天回您。' },
];
