const article = (number: string | undefined): string => (number === undefined ? 'the agreement' : `clause ${number}`);
const days = (count: number): string => `${count} day${count === 1 ? '' : 's'}`;

export const notices = {
  title: 'Change notices',
  register: 'Register a notice…',
  empty: 'No change notice has been registered',
  emptyText:
    'When a provider says on its site, by message, mail, text or post that it changes, ends, assigns or reprices something, register it here: the app works out delivery, the earliest effect and the last day from the agreement’s own text, and reminds you in time.',
  open: 'To do',
  settled: 'Settled',
  pick: 'Choose a notice on the left.',
  export: 'Export calendar (.ics)…',
  exported: (name: string, leftOut: number) =>
    leftOut === 0
      ? `Saved as ${name}`
      : `Saved as ${name}; ${leftOut} date${leftOut === 1 ? ' is' : 's are'} not known yet and left out`,
  state: {
    announced: 'Announced',
    'under-review': 'Under review',
    accepted: 'Accepted',
    objected: 'Objected',
    lapsed: 'Accepted by continued use',
    withdrawn: 'Withdrawn by the provider',
  },
  kind: {
    change: 'Change of terms',
    'sla-change': 'Change of the SLA',
    termination: 'Termination',
    assignment: 'Assignment',
    fee: 'Change of fees',
  },
  channel: { site: 'On the site', message: 'In-site message', email: 'E-mail', sms: 'Text message', post: 'Post' },
  lastDayShort: (date: string, left: number) =>
    left > 0
      ? `Last day ${date}, ${days(left)} left`
      : left === 0
        ? `Last day ${date}: today`
        : `Last day ${date}, ${days(-left)} ago`,
  safeDayShort: (date: string) => `Last day not known; not before ${date}`,
  lastDayUnknown: 'Last day not known',
  shortBy: (count: number) => `${days(count)} too short`,
  done: 'All done',
  since: (state: string, date: string) => `${state} ${date}`,

  form: {
    title: 'Register a change notice',
    agreement: 'Agreement',
    agreementPick: 'Choose an agreement…',
    kind: 'What it concerns',
    channel: 'How it came',
    sent: 'Day it was sent, posted or seen',
    received: 'Day it arrived',
    optional: '(optional)',
    announcedEffective: 'Announced day of effect',
    subject: 'In one line',
    subjectHint: 'For example: shorter notice, higher late fee',
    announcement: 'The announcement',
    announcementText: 'Paste its words, or a picture of it',
    chooseFile: 'Choose a file or picture…',
    kept: (name: string) => `Kept: ${name}`,
    newText: 'New text',
    newTextNone: 'None was given',
    newTextLater: 'Import after registering…',
    version: (ordinal: number) => `Version ${ordinal}`,
    save: 'Register',
  },

  clock: 'Clock',
  lines: {
    lastDayToAct: 'Last day to act',
    effective: 'Takes effect',
    delivered: 'Counts as delivered',
    required: 'Notice the agreement requires',
    earliestEffective: 'Earliest possible effect',
    shortfallDays: 'Notice too short by',
  },
  lineHints: {
    lastDayToAct: 'to stop using it, object and move out',
    effective: 'the change applies from here if nothing is done',
    delivered: '',
    required: '',
    earliestEffective: '',
    shortfallDays: '',
  },
  dated: (date: string, relative: string) => `${date} (${relative})`,
  unknown: 'Not known',
  unknownButNot: (date: string) => `Not known, certainly not before ${date}`,
  working: 'How it is worked out',
  clause: article,
  yours: 'Yours',
  basisAccepted: (ordinal: number) => `By version ${ordinal}, which was accepted`,
  basisNewest: (ordinal: number) =>
    `By version ${ordinal} (no version was accepted: the newest text before the change is used)`,
  shortfall: (count: number) =>
    `The provider’s notice is ${days(count)} shorter than the agreement requires. You can object on that ground and ask for the agreed time.`,
  fill: 'You can fill in',
  fillNote:
    'The agreement does not say (or says two things). The clock then uses your value and keeps saying that it is yours.',
  fields: {
    'change-notice-days': 'Notice before a change (days)',
    'termination-notice-days': 'Notice before termination (days)',
    'termination-notice-months': 'Notice before termination (months)',
    'assignment-notice-days': 'Notice before an assignment (days)',
    'fee-notice-days': 'Notice before a change of fees (days)',
    'paper-delivery-days': 'Day after posting on which paper counts as delivered',
    received: 'Day the notice arrived',
    announcedEffective: 'Announced day of effect',
  },
  use: 'Use',

  newVersion: 'New text',
  newVersionAccepted: 'accepted',
  newVersionOpen: (ordinal: number) => `Version ${ordinal}`,
  noNewVersion: 'No new text. Import it when you have it, then choose it here.',
  chooseVersion: 'Choose the new text',
  import: 'Import the new text…',
  compare: 'See what changed',
  review: 'Review and decide',

  next: 'What to do',
  begin: 'Begin the review',
  beforehand: (date: string, clause: string | undefined) =>
    `Still using it on ${date} may count as acceptance under ${article(clause)}. The app records nothing by itself: whether you still use it is for you to say.`,
  beforehandPast: (date: string, clause: string | undefined) =>
    `The change took effect on ${date}; still using it may count as acceptance under ${article(clause)}. The app records nothing by itself: whether you still use it is for you to say.`,
  beforehandUnknown: (clause: string | undefined) =>
    `Using it after it takes effect may count as acceptance under ${article(clause)}; that day is not known yet.`,
  noUseClause: 'No clause of the agreement makes continued use acceptance.',
  acceptByReview: 'To accept the new text, review it and decide; the notice follows by itself.',
  object: 'Object…',
  lapse: 'Confirm continued use…',
  withdraw: 'Provider withdrew it…',
  accept: 'Set down as accepted…',
  person: 'Person deciding',
  note: 'Note',
  confirm: 'Confirm',
  moveTitle: {
    accepted: 'Set down as accepted',
    objected: 'Object to the change',
    withdrawn: 'Withdrawn by the provider',
    lapsed: 'Confirm use after the effect',
  },
  moveText: {
    accepted:
      'This change has no new text: setting it down means that you know of it and accept it. It goes into the ledger and cannot be undone.',
    objected:
      'Then carry out the list before the last day, each item with its day and evidence. It goes into the ledger and cannot be undone.',
    withdrawn: 'Clock and reminders stop. It goes into the ledger and cannot be undone.',
    lapsed:
      'Have someone who knows say on which day after the effect it was still in use. The notice is then set down as accepted by continued use, in the ledger, and cannot be undone.',
  },
  usedOn: 'Day it was still in use',

  checklist: 'What an objection asks for',
  checklistLeft: (left: number) => (left === 0 ? 'All done' : `${left} left`),
  rests: (numbers: readonly string[]) => `Rests on ${numbers.join(', ')}.`,
  tick: 'Mark as done',
  untick: 'Undo',
  on: 'Day it was done',
  evidence: 'Evidence (ticket, mail, receipt…)',
  doneOn: (date: string, evidence: string) => `Done ${date}: ${evidence}`,

  facts: 'The notice',
  sentOn: (channel: string, date: string) => `${channel}, ${date}`,
  saveAnnouncement: 'Save the announcement…',
  showText: 'Its words',
  history: 'What happened',
  by: (name: string) => `by ${name}`,
  entry: (sequence: number) => `ledger entry ${sequence}`,

  offers: 'New text in the watched folder',
  offer: (name: string, title: string) => `“${name}” looks like a new version of ${title}`,
  unreadPages: 'A file in the watched folder was not read',
  unread: (name: string) =>
    `Reading “${name}” was broken off three times; it is not tried again. If it is an agreement, import it yourself.`,
  reviewOffer: 'Review',
  dismiss: 'Dismiss',
  folder: 'Watched folder',
  folderOff:
    'Save a page into a folder of your choice and it is offered as a new version of the agreement it resembles. Unless turned on, no folder is looked at.',
  folderOn: (name: string) =>
    `Watching “${name}”: pages, texts, Word and PDF files that resemble an agreement are offered for review; nothing else is kept.`,
  folderMissing: (name: string) => `The folder “${name}” is not there; turn the watch on again when it is back.`,
  turnOn: 'Choose a folder and turn on…',
  turnOff: 'Turn off',
};
