/** Copies a report, and the rows of a local table, where they are what the schema asks for. Made by: npm run schemas */
import {
  ASTRAY,
  astrayAt,
  copyList,
  copyRecord,
  isInteger,
  isIntegerOrNull,
  isMembers,
  isNumber,
  isNumberOrNull,
  isText,
  isTextOf,
  isTextOfOrNull,
  isTextOrNull,
  isWhole,
  type Members,
  type Trail,
} from './walk.ts';

const C0 = /^[0-9a-f]{64}$/;
const C1 = /^\d{4}-\d{4}$/;
const C2 = new Set<unknown>(["national","provincial","prefectural","county","township",null]);
const C3 = new Set<unknown>(["government","department","institution","enterprise","school","hospital",null]);
const C4 = /^\d{6}$/;
const C5 = /^\d{4}-\d{2}-\d{2}$/;
const C6 = new Set<unknown>(["overview","organization","keyAreas","proactiveDisclosure","response","applications","fees","disputes","consultation","supervision","subordinateUnits","proposals","problems","plans","otherMatters",null]);
const C7 = new Set<unknown>(["reported","zeroWord","blank","notApplicable","unreadable","missing"]);
const C8 = new Set<unknown>(["label","position","sum",null]);
const C9 = ["endLine"];
const C10 = new Set<unknown>(["disclosure.total","disclosure.normativeDocuments","disclosure.normativeDocumentsIssued","disclosure.channels.gazette","disclosure.channels.website","disclosure.channels.weibo","disclosure.channels.wechat","disclosure.channels.other","response.total","response.channels.pressConferences","response.channels.pressConferencesByPrincipal","response.channels.onlineInterviews","response.channels.onlineInterviewsByPrincipal","response.channels.policyInterpretations","response.channels.socialMedia","response.channels.other","applications.received.total","applications.received.inPerson","applications.received.fax","applications.received.online","applications.received.letter","applications.closed.total","applications.closed.onTime","applications.closed.extended","applications.replied.total","applications.replied.alreadyPublic","applications.replied.granted","applications.replied.partiallyGranted","applications.replied.denied.total","applications.replied.denied.stateSecret","applications.replied.denied.tradeSecret","applications.replied.denied.privacy","applications.replied.denied.securityStability","applications.replied.denied.notGovernmentInformation","applications.replied.denied.otherLegalGrounds","applications.replied.notThisAgency","applications.replied.notExist","applications.replied.correctionRequired","applications.replied.otherChannel","reconsideration.total","reconsideration.upheld","reconsideration.corrected","reconsideration.other","litigation.total","litigation.upheld","litigation.corrected","litigation.other","complaints","fees","resources.agencies","resources.readingPoints","resources.staff.total","resources.staff.fullTime","resources.staff.partTime","resources.funding","training.meetings","training.sessions","training.trainees","applications.received.email","applications.received.naturalPerson","applications.received.organizations","applications.carriedOver","applications.carriedForward","applications.replied.unavailable","applications.replied.notProcessed","applications.replied.otherHandling","reconsideration.pending","litigation.pending","disclosure.regulations","disclosure.channels.newMedia","consultations","visits","proposals.total","proposals.congress","proposals.consultative","leaks",null]);
const C11 = new Set<unknown>(["exact","atLeast","approximate","atMost"]);
const C12 = ["upper","year","partOf"];
const C13 = new Set<unknown>(["decode/invalid-bytes","decode/truncated","decode/replacement-characters","decode/encoded-twice","decode/doubtful-encoding","decode/binary","read/cells-without-places","read/borderless-table","read/pages-without-text","read/table-too-wide","read/struck-text","read/damaged","read/encrypted","read/image-only","read/empty","read/too-large","read/ratio","read/too-many-entries","read/unsupported","outline/number-lost","outline/no-sections","document/second-report","tables/missing-table","tables/missing-row","tables/missing-column","tables/printed-twice","tables/older-form","tables/unknown-label","tables/unplaced-number","tables/unclaimed-number","tables/unreadable-cell","metadata/agency-disagrees","metadata/agency-missing","metadata/agency-relative","metadata/region-ambiguous","metadata/year-missing","metadata/period-year","metadata/preamble-year","metadata/body-year","metadata/period-damaged","facts/two-values","facts/list-of-figures","document/not-a-report","applications/balance","applications/results","applications/other","applications/row","applications/organizations","reconsideration/outcomes","litigation/outcomes","statistics/channels","statistics/part","statistics/received","statistics/closed","statistics/replied","statistics/denied","statistics/reconsideration","statistics/litigation","statistics/staff","statistics/blank-parent","statistics/trainees","numbers/negative","numbers/fraction","numbers/zero-total","prose/received","prose/received-with-carried","prose/replied","prose/outcome","prose/other-row","prose/carried","prose/disputes","prose/disclosure","prose/scope","prose/parts","prose/share","prose/stale-year","document/title-year","document/file-year","document/signature-year","document/era-year","document/section-missing","document/section-doubled","document/section-order","document/section-empty","document/mostly-blank","series/carried","series/in-force","series/missing-year","series/jump","series/same-figures","series/duplicate"]);
const C14 = new Set<unknown>(["error","warning","info"]);
const C15 = new Set<unknown>(["report","reading"]);

export function copyReport(value: unknown, trail: Trail): unknown {
  if (!isMembers(value)) return ASTRAY;
  const m0 = value['schemaVersion'];
  if (m0 !== "1.1") return astrayAt(trail, 'schemaVersion');
  const m1 = value['source'];
  const c1 = copyReportSource(m1, trail);
  if (c1 === ASTRAY) return astrayAt(trail, 'source');
  const m2 = value['template'];
  const c2 = copyReportTemplate(m2, trail);
  if (c2 === ASTRAY) return astrayAt(trail, 'template');
  const m3 = value['metadata'];
  const c3 = copyReportMetadata(m3, trail);
  if (c3 === ASTRAY) return astrayAt(trail, 'metadata');
  const m4 = value['sections'];
  const c4 = copyReportSections(m4, trail);
  if (c4 === ASTRAY) return astrayAt(trail, 'sections');
  const m5 = value['tables'];
  const c5 = copyReportTables(m5, trail);
  if (c5 === ASTRAY) return astrayAt(trail, 'tables');
  const m6 = value['cells'];
  const c6 = copyReportCells(m6, trail);
  if (c6 === ASTRAY) return astrayAt(trail, 'cells');
  const m7 = value['facts'];
  const c7 = copyReportFacts(m7, trail);
  if (c7 === ASTRAY) return astrayAt(trail, 'facts');
  const m8 = value['findings'];
  const c8 = copyReportFindings(m8, trail);
  if (c8 === ASTRAY) return astrayAt(trail, 'findings');
  const copy = {
    schemaVersion: m0,
    source: c1,
    template: c2,
    metadata: c3,
    sections: c4,
    tables: c5,
    cells: c6,
    facts: c7,
    findings: c8,
  };
  return isWhole(value, 9) ? copy : ASTRAY;
}

function copyReportSource(value: unknown, trail: Trail): unknown {
  if (!isMembers(value)) return ASTRAY;
  const m0 = value['path'];
  if (!isTextOrNull(m0)) return astrayAt(trail, 'path');
  const m1 = value['format'];
  if (!isText(m1)) return astrayAt(trail, 'format');
  const m2 = value['encoding'];
  if (!isTextOrNull(m2)) return astrayAt(trail, 'encoding');
  const m3 = value['bytes'];
  if (!isInteger(m3, 0, 9007199254740991)) return astrayAt(trail, 'bytes');
  const m4 = value['sha256'];
  if (!isTextOf(C0, m4)) return astrayAt(trail, 'sha256');
  const copy = {
    path: m0,
    format: m1,
    encoding: m2,
    bytes: m3,
    sha256: m4,
  };
  return isWhole(value, 5) ? copy : ASTRAY;
}

function copyReportTemplate(value: unknown, trail: Trail): unknown {
  if (!isMembers(value)) return ASTRAY;
  const m0 = value['era'];
  if (!isText(m0)) return astrayAt(trail, 'era');
  const m1 = value['confidence'];
  if (!isNumber(m1, 0, 1)) return astrayAt(trail, 'confidence');
  const m2 = value['evidence'];
  const c2 = copyReportTemplateEvidence(m2, trail);
  if (c2 === ASTRAY) return astrayAt(trail, 'evidence');
  const copy = {
    era: m0,
    confidence: m1,
    evidence: c2,
  };
  return isWhole(value, 3) ? copy : ASTRAY;
}

function copyReportTemplateEvidence(value: unknown, trail: Trail): unknown {
  return copyList(value, trail, copyReportTemplateEvidenceItem);
}

function copyReportTemplateEvidenceItem(value: unknown, trail: Trail): unknown {
  if (!isMembers(value)) return ASTRAY;
  const m0 = value['signal'];
  if (!isText(m0)) return astrayAt(trail, 'signal');
  const m1 = value['line'];
  if (!isIntegerOrNull(m1, 1, 9007199254740991)) return astrayAt(trail, 'line');
  const copy = {
    signal: m0,
    line: m1,
  };
  return isWhole(value, 2) ? copy : ASTRAY;
}

function copyReportMetadata(value: unknown, trail: Trail): unknown {
  if (!isMembers(value)) return ASTRAY;
  const m0 = value['title'];
  if (!isTextOrNull(m0)) return astrayAt(trail, 'title');
  const m1 = value['year'];
  if (!isIntegerOrNull(m1, -9007199254740991, 9007199254740991)) return astrayAt(trail, 'year');
  const m2 = value['academicYear'];
  if (!isTextOfOrNull(C1, m2)) return astrayAt(trail, 'academicYear');
  const m3 = value['agency'];
  if (!isTextOrNull(m3)) return astrayAt(trail, 'agency');
  const m4 = value['agencyKey'];
  if (!isTextOrNull(m4)) return astrayAt(trail, 'agencyKey');
  const m5 = value['agencyLevel'];
  if (!C2.has(m5)) return astrayAt(trail, 'agencyLevel');
  const m6 = value['agencyKind'];
  if (!C3.has(m6)) return astrayAt(trail, 'agencyKind');
  const m7 = value['region'];
  const c7 = copyReportMetadataRegion(m7, trail);
  if (c7 === ASTRAY) return astrayAt(trail, 'region');
  const m8 = value['documentNumber'];
  if (!isTextOrNull(m8)) return astrayAt(trail, 'documentNumber');
  const m9 = value['indexNumber'];
  if (!isTextOrNull(m9)) return astrayAt(trail, 'indexNumber');
  const m10 = value['publisher'];
  if (!isTextOrNull(m10)) return astrayAt(trail, 'publisher');
  const m11 = value['publishedOn'];
  if (!isTextOfOrNull(C5, m11)) return astrayAt(trail, 'publishedOn');
  const m12 = value['signedOn'];
  if (!isTextOfOrNull(C5, m12)) return astrayAt(trail, 'signedOn');
  const m13 = value['period'];
  const c13 = copyReportMetadataPeriod(m13, trail);
  if (c13 === ASTRAY) return astrayAt(trail, 'period');
  const m14 = value['contact'];
  const c14 = copyReportMetadataContact(m14, trail);
  if (c14 === ASTRAY) return astrayAt(trail, 'contact');
  const copy = {
    title: m0,
    year: m1,
    academicYear: m2,
    agency: m3,
    agencyKey: m4,
    agencyLevel: m5,
    agencyKind: m6,
    region: c7,
    documentNumber: m8,
    indexNumber: m9,
    publisher: m10,
    publishedOn: m11,
    signedOn: m12,
    period: c13,
    contact: c14,
  };
  return isWhole(value, 15) ? copy : ASTRAY;
}

function copyReportMetadataRegion(value: unknown, trail: Trail): unknown {
  if (value === null) return value;
  return copyReportMetadataRegion1(value, trail);
}

function copyReportMetadataRegion1(value: unknown, trail: Trail): unknown {
  if (!isMembers(value)) return ASTRAY;
  const m0 = value['code'];
  if (!isTextOf(C4, m0)) return astrayAt(trail, 'code');
  const m1 = value['name'];
  if (!isText(m1)) return astrayAt(trail, 'name');
  const m2 = value['path'];
  const c2 = copyReportMetadataRegion1Path(m2, trail);
  if (c2 === ASTRAY) return astrayAt(trail, 'path');
  const copy = {
    code: m0,
    name: m1,
    path: c2,
  };
  return isWhole(value, 3) ? copy : ASTRAY;
}

function copyReportMetadataRegion1Path(value: unknown, trail: Trail): unknown {
  return copyList(value, trail, copyReportMetadataRegion1PathItem);
}

function copyReportMetadataRegion1PathItem(value: unknown): unknown {
  return isText(value) ? value : ASTRAY;
}

function copyReportMetadataPeriod(value: unknown, trail: Trail): unknown {
  if (value === null) return value;
  return copyReportMetadataPeriod1(value, trail);
}

function copyReportMetadataPeriod1(value: unknown, trail: Trail): unknown {
  if (!isMembers(value)) return ASTRAY;
  const m0 = value['from'];
  if (!isTextOf(C5, m0)) return astrayAt(trail, 'from');
  const m1 = value['to'];
  if (!isTextOf(C5, m1)) return astrayAt(trail, 'to');
  const copy = {
    from: m0,
    to: m1,
  };
  return isWhole(value, 2) ? copy : ASTRAY;
}

function copyReportMetadataContact(value: unknown, trail: Trail): unknown {
  if (value === null) return value;
  return copyReportMetadataContact1(value, trail);
}

function copyReportMetadataContact1(value: unknown, trail: Trail): unknown {
  if (!isMembers(value)) return ASTRAY;
  const m0 = value['address'];
  if (!isTextOrNull(m0)) return astrayAt(trail, 'address');
  const m1 = value['postcode'];
  if (!isTextOrNull(m1)) return astrayAt(trail, 'postcode');
  const m2 = value['phone'];
  if (!isTextOrNull(m2)) return astrayAt(trail, 'phone');
  const m3 = value['fax'];
  if (!isTextOrNull(m3)) return astrayAt(trail, 'fax');
  const m4 = value['email'];
  if (!isTextOrNull(m4)) return astrayAt(trail, 'email');
  const copy = {
    address: m0,
    postcode: m1,
    phone: m2,
    fax: m3,
    email: m4,
  };
  return isWhole(value, 5) ? copy : ASTRAY;
}

function copyReportSections(value: unknown, trail: Trail): unknown {
  return copyList(value, trail, copyReportSectionsItem);
}

function copyReportSectionsItem(value: unknown, trail: Trail): unknown {
  if (!isMembers(value)) return ASTRAY;
  const m0 = value['id'];
  if (!C6.has(m0)) return astrayAt(trail, 'id');
  const m1 = value['number'];
  if (!isTextOrNull(m1)) return astrayAt(trail, 'number');
  const m2 = value['title'];
  if (!isText(m2)) return astrayAt(trail, 'title');
  const m3 = value['level'];
  if (!isInteger(m3, 1, 9007199254740991)) return astrayAt(trail, 'level');
  const m4 = value['text'];
  if (!isText(m4)) return astrayAt(trail, 'text');
  const m5 = value['line'];
  if (!isInteger(m5, 1, 9007199254740991)) return astrayAt(trail, 'line');
  const m6 = value['children'];
  const c6 = copyReportSections(m6, trail);
  if (c6 === ASTRAY) return astrayAt(trail, 'children');
  const copy = {
    id: m0,
    number: m1,
    title: m2,
    level: m3,
    text: m4,
    line: m5,
    children: c6,
  };
  return isWhole(value, 7) ? copy : ASTRAY;
}

function copyReportTables(value: unknown, trail: Trail): unknown {
  return copyRecord(value, trail, copyReportTablesValue);
}

function copyReportTablesValue(value: unknown): unknown {
  return value;
}

function copyReportCells(value: unknown, trail: Trail): unknown {
  return copyList(value, trail, copyReportCellsItem);
}

function copyReportCellsItem(value: unknown, trail: Trail): unknown {
  if (!isMembers(value)) return ASTRAY;
  const m0 = value['cell'];
  if (!isText(m0)) return astrayAt(trail, 'cell');
  const m1 = value['value'];
  if (!isNumberOrNull(m1, -Infinity, Infinity)) return astrayAt(trail, 'value');
  const m2 = value['raw'];
  if (!isTextOrNull(m2)) return astrayAt(trail, 'raw');
  const m3 = value['status'];
  if (!C7.has(m3)) return astrayAt(trail, 'status');
  const m4 = value['basis'];
  if (!C8.has(m4)) return astrayAt(trail, 'basis');
  const m5 = value['line'];
  if (!isIntegerOrNull(m5, 1, 9007199254740991)) return astrayAt(trail, 'line');
  const m6 = value['column'];
  if (!isIntegerOrNull(m6, 1, 9007199254740991)) return astrayAt(trail, 'column');
  const m7 = value['endColumn'];
  if (!isIntegerOrNull(m7, 1, 9007199254740991)) return astrayAt(trail, 'endColumn');
  const m8 = value['endLine'];
  const copy: Members = {
    cell: m0,
    value: m1,
    raw: m2,
    status: m3,
    basis: m4,
    line: m5,
    column: m6,
    endColumn: m7,
  };
  let known = 8;
  if (m8 !== undefined) {
    if (!isInteger(m8, 1, 9007199254740991)) return astrayAt(trail, 'endLine');
    copy['endLine'] = m8;
    known++;
  }
  return isWhole(value, known, C9) ? copy : ASTRAY;
}

function copyReportFacts(value: unknown, trail: Trail): unknown {
  return copyList(value, trail, copyReportFactsItem);
}

function copyReportFactsItem(value: unknown, trail: Trail): unknown {
  if (!isMembers(value)) return ASTRAY;
  const m0 = value['metric'];
  if (!C10.has(m0)) return astrayAt(trail, 'metric');
  const m1 = value['subject'];
  if (!isText(m1)) return astrayAt(trail, 'subject');
  const m2 = value['value'];
  if (!isNumber(m2, -Infinity, Infinity)) return astrayAt(trail, 'value');
  const m3 = value['upper'];
  const m4 = value['unit'];
  if (!isTextOrNull(m4)) return astrayAt(trail, 'unit');
  const m5 = value['qualifier'];
  if (!C11.has(m5)) return astrayAt(trail, 'qualifier');
  const m6 = value['year'];
  const m7 = value['partOf'];
  const m8 = value['text'];
  if (!isText(m8)) return astrayAt(trail, 'text');
  const m9 = value['line'];
  if (!isInteger(m9, 1, 9007199254740991)) return astrayAt(trail, 'line');
  const m10 = value['column'];
  if (!isInteger(m10, 1, 9007199254740991)) return astrayAt(trail, 'column');
  const copy: Members = {
    metric: m0,
    subject: m1,
    value: m2,
  };
  let known = 8;
  if (m3 !== undefined) {
    if (!isNumber(m3, -Infinity, Infinity)) return astrayAt(trail, 'upper');
    copy['upper'] = m3;
    known++;
  }
  copy['unit'] = m4;
  copy['qualifier'] = m5;
  if (m6 !== undefined) {
    if (!isInteger(m6, -9007199254740991, 9007199254740991)) return astrayAt(trail, 'year');
    copy['year'] = m6;
    known++;
  }
  if (m7 !== undefined) {
    if (!isInteger(m7, 0, 9007199254740991)) return astrayAt(trail, 'partOf');
    copy['partOf'] = m7;
    known++;
  }
  copy['text'] = m8;
  copy['line'] = m9;
  copy['column'] = m10;
  return isWhole(value, known, C12) ? copy : ASTRAY;
}

function copyReportFindings(value: unknown, trail: Trail): unknown {
  return copyList(value, trail, copyReportFindingsItem);
}

function copyReportFindingsItem(value: unknown, trail: Trail): unknown {
  if (!isMembers(value)) return ASTRAY;
  const m0 = value['code'];
  if (!C13.has(m0)) return astrayAt(trail, 'code');
  const m1 = value['severity'];
  if (!C14.has(m1)) return astrayAt(trail, 'severity');
  const m2 = value['origin'];
  if (!C15.has(m2)) return astrayAt(trail, 'origin');
  const m3 = value['cells'];
  const c3 = copyReportMetadataRegion1Path(m3, trail);
  if (c3 === ASTRAY) return astrayAt(trail, 'cells');
  const m4 = value['args'];
  const c4 = copyReportFindingsItemArgs(m4, trail);
  if (c4 === ASTRAY) return astrayAt(trail, 'args');
  const m5 = value['line'];
  if (!isIntegerOrNull(m5, 1, 9007199254740991)) return astrayAt(trail, 'line');
  const m6 = value['column'];
  if (!isIntegerOrNull(m6, 1, 9007199254740991)) return astrayAt(trail, 'column');
  const copy = {
    code: m0,
    severity: m1,
    origin: m2,
    cells: c3,
    args: c4,
    line: m5,
    column: m6,
  };
  return isWhole(value, 7) ? copy : ASTRAY;
}

function copyReportFindingsItemArgs(value: unknown, trail: Trail): unknown {
  return copyRecord(value, trail, copyReportFindingsItemArgsValue);
}

function copyReportFindingsItemArgsValue(value: unknown, trail: Trail): unknown {
  if (isText(value) || isNumber(value, -Infinity, Infinity) || typeof value === 'boolean' || value === null) return value;
  const copy0 = copyReportMetadataRegion1Path(value, []);
  if (copy0 !== ASTRAY) return copy0;
  return copyReportFindingsItemArgsValue2(value, trail);
}

function copyReportFindingsItemArgsValue2(value: unknown, trail: Trail): unknown {
  return copyList(value, trail, copyReportFindingsItemArgsValue2Item);
}

function copyReportFindingsItemArgsValue2Item(value: unknown): unknown {
  return isNumber(value, -Infinity, Infinity) ? value : ASTRAY;
}

export function copyIndicators(value: unknown, trail: Trail): unknown {
  return copyList(value, trail, copyIndicatorsItem);
}

function copyIndicatorsItem(value: unknown, trail: Trail): unknown {
  if (!isMembers(value)) return ASTRAY;
  const m0 = value['label'];
  if (!isText(m0)) return astrayAt(trail, 'label');
  const m1 = value['group'];
  if (!isTextOrNull(m1)) return astrayAt(trail, 'group');
  const m2 = value['unit'];
  if (!isTextOrNull(m2)) return astrayAt(trail, 'unit');
  const m3 = value['values'];
  const c3 = copyIndicatorsItemValues(m3, trail);
  if (c3 === ASTRAY) return astrayAt(trail, 'values');
  const m4 = value['code'];
  if (!isTextOrNull(m4)) return astrayAt(trail, 'code');
  const m5 = value['line'];
  if (!isInteger(m5, 1, 9007199254740991)) return astrayAt(trail, 'line');
  const copy = {
    label: m0,
    group: m1,
    unit: m2,
    values: c3,
    code: m4,
    line: m5,
  };
  return isWhole(value, 6) ? copy : ASTRAY;
}

function copyIndicatorsItemValues(value: unknown, trail: Trail): unknown {
  return copyRecord(value, trail, copyIndicatorsItemValuesValue);
}

function copyIndicatorsItemValuesValue(value: unknown): unknown {
  return isNumberOrNull(value, -Infinity, Infinity) ? value : ASTRAY;
}
