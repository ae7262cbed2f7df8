/** Somebody who may be rung. The number is fetched when it is needed, and that look is on record. */
export interface PhoneRow {
  /** As `childcare.phone` takes it. */
  readonly who: string;
  readonly name: string;
  /** `妈妈 139******21` */
  readonly note: string;
}
