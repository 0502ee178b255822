/** Papers and files about service: rosters, exports and certificates. */
export { certificateFacts, type CertificateFacts } from './certificates/certificate-facts.ts';
export { hoursOf, renderServiceCertificate, type ServiceCertificateFacts } from './certificates/certificate.pdf.ts';
export { certificates } from './certificates/index.ts';
export { files } from './files/index.ts';
export { rosters } from './rosters/index.ts';
export { HOURS_COLUMNS, hoursHead, hoursRows } from './rosters/service-hours.ts';
export { ROSTER_COLUMNS, rosterHead, rosterRows } from './rosters/shift-roster.ts';
