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
    wrongCode: "This code is not known, or it has expired. Check it, or run porte login again.",
    confirmCode: "Is this the code in your terminal?",
    confirmCodeHint: "If you did not run porte login yourself, stop here.",
    sameCode: "Yes, it is the same",
    otherCode: "No, stop",
    signIn: "Sign in",
    wrongPassword: "The address or the password does not fit.",
    tooManyTries: (seconds) =>
      `Too many tries for this address. Try again in ${seconds < 60 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`}.`,
    email: "Email address",
    password: "Password",
    approveTitle: "Let porte act for you?",
    approveAs: (name, email) => `You are ${name} (${email}). porte will be able to:`,
    scopes: {
      read: "read your missions, reports, expenses, payslips and account",
      declare: "send your activity reports",
      expenses: "send your expenses and their receipts",
      operator: "operate the company",
    },
    clientPage: "Activity to approve",
    clientTitle: (porte, month) => `${porte}, ${month}`,
    clientAbout: (client, mission) => `Days declared for ${client} (mission ${mission}). Your answer is recorded once.`,
    clientUnbilled: "offered",
    clientTotal: "Total",
    clientApprove: "Approve these days",
    clientReason: "Or say what is wrong",
    clientNeedsReason: "A reason is needed: it is passed on as it is.",
    clientRefuse: "Refuse",
    approve: "Allow",
    deny: "Refuse",
    otherPerson: "Another person",
    outcomes: {
      done: { title: "Done", next: "You may close this page and go back to the terminal." },
      clientApproved: { title: "Thank you", next: "These days are approved. You can close this page." },
      clientRefused: { title: "Noted", next: "Your reason is passed on. A corrected month will be shown to you." },
      linkGone: {
        title: "This link no longer serves",
        next: "It has served, it has ended, or the month has changed: then another mail is sent to you.",
      },
      tooMany: { title: "Too many tries", next: "Wait a minute, then load the page again." },
      denied: { title: "Access refused", next: "Nothing was allowed. You may close this page." },
      failed: { title: "This page has expired", next: "Run porte login in the terminal again to get a new code." },
    },
  },
  clientMail: {
    subject: (porte, month) => `Activity of ${porte}, ${month}: to approve`,
    text: (facts) =>
      `Hello,

${facts.porte} has declared ${facts.days} for you in ${facts.month}.
To see these days, approve them or say what is wrong:

${facts.address}

This link is yours alone: it serves once, until ${facts.until}.

${facts.company}
`,
  },
};
