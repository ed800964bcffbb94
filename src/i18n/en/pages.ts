import type { frPages } from "../fr/pages.ts";

/** What is said of the company's pages and mails. */
export const enPages: typeof frPages = {
  pages: {
    title: "Login",
    home: {
      title: "Portage company",
      about: (company) =>
        `This is the server of ${company}. The people it employs send their months and their expenses here, and receive their payslips, with the program porte.`,
      porteTitle: "You are employed by this company",
      porte: "Log in from a terminal:",
      clientTitle: "You are a client",
      client: "The link to approve a month is in the mail that the company sent you.",
      programTitle: "You are writing a program",
      program: "The interface, in JSON, is at this address:",
    },
    next: "Continue",
    enterCode: "Type the code shown in the terminal",
    enterCodeHint: "Eight letters, valid for ten minutes.",
    wrongCode: "This code is unknown or has expired. Check it, or run porte login again.",
    confirmCode: "Is this the code shown in your terminal?",
    confirmCodeHint: "If you did not run porte login yourself, refuse.",
    sameCode: "Yes, it is this code",
    otherCode: "No, refuse",
    signIn: "Log in",
    wrongPassword: "The address or the password is wrong.",
    tooManyTries: (seconds) =>
      `Too many attempts for this address. Try again in ${seconds < 60 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`}.`,
    email: "Email address",
    password: "Password",
    approveTitle: "Allow porte to access your account?",
    approveAs: (name, email) => `You are logged in: ${name} (${email}). porte will be able to:`,
    scopes: {
      read: "read your missions, reports, expenses, payslips and account",
      declare: "send your activity reports, propose missions and ask for your signing links",
      expenses: "send your expenses and their receipts",
      operator: "manage the company",
    },
    clientPage: "Activity to approve",
    clientTitle: (porte, month) => `${porte}, ${month}`,
    clientAbout: (client, mission) => `Days declared for ${client} (mission ${mission}). Your answer is final.`,
    clientUnbilled: "unbilled",
    clientTotal: "Total",
    clientApprove: "Approve these days",
    clientReason: "Or state what is not correct",
    clientReasonFaults: {
      missing: "Give the reason of the refusal: it will be passed on as it is.",
      unseen: "The reason holds a character that is not shown: type it again rather than paste it.",
    },
    clientRefuse: "Refuse",
    sign: {
      page: "Contract to sign",
      title: {
        client: "Service contract to sign",
        employment: "Employment contract to sign",
      },
      about: {
        client: (name, company) => `${name}, you sign for the client company. The other party is ${company}.`,
        porte: (name, company) => `${name}, you sign as a porté of ${company}.`,
        company: (name, company) => `${name}, you sign for ${company}.`,
      },
      porte: "Porté",
      client: "Client",
      mission: "Mission",
      read: "Read the contract (PDF, in French)",
      hash: "Hash of the document (SHA-256):",
      name: "Your first and last name",
      consent: "I have read this contract and I accept its terms.",
      faults: {
        name: "Enter your name.",
        unseen:
          "This name is longer than 120 characters, or holds a character that is not shown: type it again rather than paste it.",
        consent: "Tick the box to sign.",
        document: "Nothing was signed: the page you had open showed another document. Read this one, then sign.",
      },
      act: "Sign",
      kept: "Retained as evidence: the hash of the document, your name, your email address, the time, and the sentence you accepted. This signature is final.",
    },
    approve: "Allow",
    deny: "Refuse",
    otherPerson: "Not you?",
    outcomes: {
      done: { title: "Login allowed", next: "You can close this page and go back to the terminal." },
      clientApproved: { title: "Thank you", next: "These days are approved. You can close this page." },
      clientRefused: {
        title: "Refusal recorded",
        next: "The reason is passed on. A corrected month will be shown to you.",
      },
      linkGone: {
        title: "This link is no longer valid",
        next: "It was already used, it has expired, or the month has changed: in that last case, a new message is sent to you.",
      },
      signed: { title: "Thank you", next: "Your signature is saved. You can close this page." },
      signingGone: {
        title: "This link is no longer valid",
        next: "It has expired, or was replaced with the contract or by a later link. Ask the company for a new one.",
      },
      signingDone: {
        title: "Already signed",
        next: "This contract was signed through this link, and the signature is saved. You have nothing else to do.",
      },
      tooMany: { title: "Too many attempts", next: "Wait a minute, then reload the page." },
      denied: { title: "Login refused", next: "No access was allowed. You can close this page." },
      failed: { title: "This page has expired", next: "Run porte login in the terminal again to get a new code." },
    },
  },
  clientMail: {
    subject: (porte, month) => `Activity of ${porte}, ${month}: to approve`,
    text: (facts) =>
      `Hello,

${facts.porte} has declared ${facts.days} for you in ${facts.month}.
To see these days, approve them or refuse them:

${facts.address}

This link is personal. It can be used once, until ${facts.until}.

${facts.company}
`,
  },
  reminderMail: {
    subject: (number, company) => `Invoice ${number} of ${company}: reminder`,
    text: (facts) =>
      `Hello,

Invoice ${facts.number} of ${facts.issued}, of ${facts.total} including VAT, was to be paid by ${facts.due}.
${facts.left === null ? "It is not paid yet." : `${facts.left} are left to pay.`} You will find it with this message.
If the payment has already left, please ignore this reminder.

${facts.company}
`,
  },
  signingMail: {
    subject: (kind, porte, mission) =>
      `${kind === "client" ? "Service contract" : "Employment contract"} of ${porte}, mission ${mission}: to sign`,
    text: (facts) =>
      `Hello ${facts.name},

${facts.kind === "client" ? `The service contract between ${facts.company} and ${facts.client}` : `The employment contract between ${facts.company} and ${facts.porte}`} is ready to be signed.
To read it and sign it:

${facts.address}

This link is personal. It can be used once, until ${facts.until}.

${facts.company}
`,
  },
};
