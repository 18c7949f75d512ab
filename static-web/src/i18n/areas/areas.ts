import { account } from './account/account.ts';
import { appCode } from './appCode/appCode.ts';
import { archiving } from './archiving/archiving.ts';
import { base } from './base/base.ts';
import { birth } from './birth/birth.ts';
import { choosing } from './choosing/choosing.ts';
import { code } from './code/code.ts';
import { collaboration } from './collaboration/collaboration.ts';
import { collaborations } from './collaborations/collaborations.ts';
import { contactFile } from './contactFile/contactFile.ts';
import { contactForm } from './contactForm/contactForm.ts';
import { contacts } from './contacts/contacts.ts';
import { correcting } from './correcting/correcting.ts';
import { delivery } from './delivery/delivery.ts';
import { elsewhere } from './elsewhere/elsewhere.ts';
import { ended } from './ended/ended.ts';
import { exporting } from './exporting/exporting.ts';
import { forms } from './forms/forms.ts';
import { front } from './front/front.ts';
import { importing } from './importing/importing.ts';
import { inside } from './inside/inside.ts';
import { library } from './library/library.ts';
import { managing } from './managing/managing.ts';
import { newPassword } from './newPassword/newPassword.ts';
import { ownAccount } from './ownAccount/ownAccount.ts';
import { ownData } from './ownData/ownData.ts';
import { passkey } from './passkey/passkey.ts';
import { patient } from './patient/patient.ts';
import { patientForm } from './patientForm/patientForm.ts';
import { patients } from './patients/patients.ts';
import { phone } from './phone/phone.ts';
import { practice } from './practice/practice.ts';
import { profile } from './profile/profile.ts';
import { records } from './records/records.ts';
import { registration } from './registration/registration.ts';
import { reset } from './reset/reset.ts';
import { shareDefaults } from './shareDefaults/shareDefaults.ts';
import { shared } from './shared/shared.ts';
import { sharing } from './sharing/sharing.ts';
import { signing } from './signing/signing.ts';
import { talk } from './talk/talk.ts';
import { terms } from './terms/terms.ts';
import { viewer } from './viewer/viewer.ts';
import { ways } from './ways/ways.ts';

/** All there are, for the tests and the fixtures. A page lists only those it uses. */
export const allAreas = [
  account,
  appCode,
  archiving,
  base,
  birth,
  choosing,
  code,
  collaboration,
  collaborations,
  contactFile,
  contactForm,
  contacts,
  correcting,
  delivery,
  elsewhere,
  ended,
  exporting,
  forms,
  front,
  importing,
  inside,
  library,
  managing,
  newPassword,
  ownAccount,
  ownData,
  passkey,
  patient,
  patientForm,
  patients,
  phone,
  practice,
  profile,
  records,
  registration,
  reset,
  shareDefaults,
  shared,
  sharing,
  signing,
  talk,
  terms,
  ways,
  viewer,
] as const;
