// Written by `npm run contract:types` from openapi.yaml; change the contract instead.

export interface paths {
    "/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the account's balances, and the sums of one month by kind */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the account's entries, newest first; all of them sum to the balance */
        get: operations["listAccountEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/activity-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the porté's activity reports, newest month first */
        get: operations["listActivityReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/activity-reports/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A civil month. */
                month: components["parameters"]["Month"];
            };
            cookie?: never;
        };
        /** Gives the report of a month as last submitted */
        get: operations["getActivityReport"];
        /**
         * Submits the report of a month, and answers with a signed receipt
         * @description `If-None-Match: *` files a first version; `If-Match` with the last `ETag` replaces one that is submitted, approved, refused or withdrawn.
         *     An approved report takes a correction too, which waits to be approved again; both are kept. A locked one, which was paid, is
         *     refused with 409.
         */
        put: operations["submitActivityReport"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/activity-reports/{month}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A civil month. */
                month: components["parameters"]["Month"];
            };
            cookie?: never;
        };
        /** Gives the month as last submitted as a PDF, with its receipt, for a client who asks for it */
        get: operations["getActivityReportPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/activity-reports/{month}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A civil month. */
                month: components["parameters"]["Month"];
            };
            cookie?: never;
        };
        /** Lists every version of a month's report, newest first, each with what was decided on it */
        get: operations["listReportVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/activity-reports/{month}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A civil month. */
                month: components["parameters"]["Month"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes back a report that nobody has decided on yet; its versions stay */
        post: operations["withdrawActivityReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the company's profile - fee, payroll parameters, deadlines, financial guarantee */
        get: operations["getCompany"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the porté's contracts and their clients', newest first */
        get: operations["listContractDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contracts/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The contract. */
                documentId: components["parameters"]["DocumentId"];
            };
            cookie?: never;
        };
        /** Gives a contract - where it stands, what it lacks, who has signed */
        get: operations["getContractDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contracts/{documentId}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The contract. */
                documentId: components["parameters"]["DocumentId"];
            };
            cookie?: never;
        };
        /** Gives the document of a contract, whose SHA-256 its signatures name */
        get: operations["getContractDocumentPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contracts/{documentId}/signing-link": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The contract. */
                documentId: components["parameters"]["DocumentId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has the porté's own link to sign mailed again; the earlier one serves no more */
        post: operations["requestSigningLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what has happened to who asks, oldest first; an event is kept for a month */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells what happens to who asks as server-sent events
         * @description The first event is `start`, whose `id` is the number that the stream goes on from. Each event after it is a `message` whose data is an `Event` and whose `id` is its number. `reset` says that events after the number that was given are no longer there - read what stands, and go on from its `id`. A line with a colon alone says nothing. A stream that ends is asked for again with `Last-Event-ID`.
         */
        get: operations["followEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/expenses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the porté's expenses, newest first */
        get: operations["listExpenses"];
        put?: never;
        /** Submits one expense with its receipt */
        post: operations["submitExpense"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/expenses/{expenseId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers what the company asked of an expense, which then waits for it again */
        post: operations["answerExpense"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the months that were imported from before, newest first, as their porté recorded them
         * @description None of them was paid or decided on by this company; their receipts and papers are read by `getReceiptContent`.
         */
        get: operations["listHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the invoices for the porté's work, newest first */
        get: operations["listInvoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invoices/{invoiceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives one of the porté's invoices */
        get: operations["getInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invoices/{invoiceId}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prints one of the porté's invoices */
        get: operations["getInvoicePdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the porté's leave that the company has granted, newest first */
        get: operations["listLeave"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says who is asking and what the token may do */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mission-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what the porté has proposed, newest first, with what the company decided */
        get: operations["listMissionProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/missions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the porté's missions, newest first */
        get: operations["listMissions"];
        put?: never;
        /** Proposes a mission; the company accepts or refuses it */
        post: operations["proposeMission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/missions/{missionId}/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The mission. */
                missionId: components["parameters"]["MissionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tells what was agreed anew with the client of a mission - its price, its end, the days ordered
         * @description A price that was negotiated anew is told within 48 hours (branch agreement, art. 21.1); `warnings` says where it was told later. It changes nothing until the company accepts it.
         */
        post: operations["proposeAmendment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/activity-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the reports that wait for the company, oldest first */
        get: operations["listReportsToDecide"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/activity-reports/{reportId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows one report as it now stands, whatever was decided on it */
        get: operations["getOwnedReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/activity-reports/{reportId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves a report, or refuses it with a reason */
        post: operations["decideReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/audit-trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists every recorded act, newest first - who, when, what was before and what is after */
        get: operations["listAuditTrail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/client-contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says to whom the months of a mission are shown for approval
         * @description A company that sends mail then holds each month on which time was spent for this mission as `awaiting-client`, and mails a signed link that shows that mission's days alone, takes one answer, and ends after 14 days or with the next version.
         */
        post: operations["recordClientContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the clients of the company, newest first */
        get: operations["listClients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/clients/{clientId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: components["parameters"]["ClientId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says of a client what is given; what is left out stays */
        post: operations["recordClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Says what the company is - its identity, its terms, its guarantee
         * @description Payslips that were paid keep what they were paid by.
         */
        put: operations["setCompany"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/contract-documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the contracts of all portés, newest first */
        get: operations["listOwnedDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/contract-documents/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The contract. */
                documentId: components["parameters"]["DocumentId"];
            };
            cookie?: never;
        };
        /** Gives any porté's contract */
        get: operations["getOwnedDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/contract-documents/{documentId}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The contract. */
                documentId: components["parameters"]["DocumentId"];
            };
            cookie?: never;
        };
        /** Gives the document of any porté's contract */
        get: operations["getOwnedDocumentPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/contract-documents/{documentId}/sending": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The contract. */
                documentId: components["parameters"]["DocumentId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mails each signer of a contract a link that serves once
         * @description Who sends it signs for the company. A link shows the document and its SHA-256, takes one signature, and ends after 14 days, or when the contract is replaced. Sending again mails those who have not signed another one.
         */
        post: operations["sendContract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/contract-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says what the contracts of the company name - its insurer, its pension fund */
        post: operations["recordContractTerms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the employment contracts, newest first */
        get: operations["listContracts"];
        put?: never;
        /** Records the employment contract of a porté who has none */
        post: operations["addContract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/contracts/{personId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says on which day a contract ends */
        post: operations["endContract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/establishment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says which establishment employs - its SIRET, its APE code and its name */
        post: operations["recordEstablishment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/expenses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the expenses that wait for the company, oldest first */
        get: operations["listExpensesToDecide"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/expenses/{expenseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows one expense as it now stands, whatever was decided on it */
        get: operations["getOwnedExpense"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/expenses/{expenseId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves an expense, or refuses it with a reason */
        post: operations["decideExpense"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/expenses/{expenseId}/question": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks the porté about a submitted expense */
        post: operations["questionExpense"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the invoices of all portés, newest first */
        get: operations["listAllInvoices"];
        put?: never;
        /**
         * Bills a client for a month that was approved
         * @description The number follows the company's last one of the year, without a gap. 409 `company.not_invoiceable` where the month's report is not approved or has no day for the mission, `company.invoiced` where an invoice stands for them.
         */
        post: operations["issueInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/invoices/{invoiceId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels an invoice that nobody has paid; its number stays taken */
        post: operations["cancelInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/invoices/{invoiceId}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prints an invoice */
        get: operations["getOwnedInvoicePdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/invoices/{invoiceId}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records that a client was reminded of an invoice, by whom, and when the next reminder is due; mails it where that is asked
         * @description With `send` the company mails the reminder itself, with the invoice: 409 `company.no_mail` where it sends no mail, and `company.no_recipient` where no address of the client is known.
         */
        post: operations["remindInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/invoicing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says within how many days clients pay, and whether an approved month is billed at once */
        post: operations["setInvoicing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Grants leave to a porté, first and last day included */
        post: operations["recordLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/mission-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the proposals that wait for the company, oldest first */
        get: operations["listProposalsToDecide"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/mission-proposals/{proposalId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The proposal. */
                proposalId: components["parameters"]["ProposalId"];
            };
            cookie?: never;
        };
        /** Gives any porté's proposal */
        get: operations["getOwnedProposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/mission-proposals/{proposalId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The proposal. */
                proposalId: components["parameters"]["ProposalId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accepts a proposal, or refuses it with a reason
         * @description What is accepted becomes a mission, or changes one from the day that was proposed on. The client's record gets what it lacked.
         */
        post: operations["decideProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/missions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the missions of all portés, newest first */
        get: operations["listAllMissions"];
        put?: never;
        /** Records a mission of a porté */
        post: operations["addMission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/missions/{missionId}/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The mission. */
                missionId: components["parameters"]["MissionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draws both contracts of a mission as they are to be signed
         * @description The porté's is the employment contract, or an amendment where there is one. A contract that was drawn before and is not wholly signed is replaced. `missing` lists the mandatory mentions that nothing fills.
         */
        post: operations["drawContracts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/missions/{missionId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says on which day a mission ends */
        post: operations["endMission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what clients have paid, newest first, with what became of it */
        get: operations["listPayments"];
        put?: never;
        /**
         * Records a client's payment, and takes the announced fee on it
         * @description 409 `company.payment_unconfirmed` where a payment of the same amount stands for that mission and month, where the payments of the month come to more than its report, or for a day to come; `forceReason` records it all the same.
         */
        post: operations["recordPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/payments/{paymentId}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a payment back by entries that are its opposite
         * @description Nothing is edited: the payment stays, and the account shows both. Under a monthly limit of the fee, the fee that the month's other payments then owe is posted too. 409 `company.paid_out` while a payslip that was paid with it stands, and `company.reversed` for one that was taken back before.
         */
        post: operations["reversePayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/payroll-profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says what payroll takes from the company
         * @description Payslips that were paid keep what they were paid by.
         */
        post: operations["setPayrollProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/payroll-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the payroll runs, newest first */
        get: operations["listPayrollRuns"];
        put?: never;
        /**
         * Pays a month - one payslip for each porté whose report is approved and paid
         * @description Running a month again pays only those who were not paid. Each porté left out is named with the reason. Each porté is paid in a transaction of their own, and the run is a record - sent again with its key, it goes on where it stopped, and a run that has ended answers what it answered. With `Prefer: respond-async` the answer comes at once, and the run is followed by its identifier.
         */
        post: operations["runPayroll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/payroll-runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a payroll run - how far it is, and a page of what it has paid and left out */
        get: operations["getPayrollRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/payroll-runs/{runId}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a run that stopped, or that failed, go on */
        post: operations["resumePayrollRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/payslip-mentions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says of a porté's contract what a payslip must name - job, position, hours or forfait; what is left out stays */
        post: operations["recordPayslipMentions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/payslips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists a porté's payslips, newest first, those that were reversed too */
        get: operations["listPortePayslips"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/payslips/{payslipId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows any payslip, one that was reversed too */
        get: operations["getPortePayslip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/payslips/{payslipId}/recomputation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Works a payslip that stands out again, and says in what it differs from the one that was kept
         * @description By the contract and the company's terms that it was computed with, whatever they say since, and the law that the company has now. Nothing is written. 409 `company.reversed` for a payslip that no longer stands.
         */
        get: operations["recomputePayslip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/payslips/{payslipId}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reverses a porté's newest payslip, so that its month can be paid again
         * @description Nothing is edited - the payslip stays as it was, and entries that name it bring the account back to what it was. Its payments and expenses wait for a pay again, and the report is approved, no longer locked.
         */
        post: operations["reversePayslip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the people of the company, newest first */
        get: operations["listPeople"];
        put?: never;
        /** Adds a porté, or a member of the staff */
        post: operations["addPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/people/{personId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends the access of a person on whom nothing is open any more
         * @description Sign-in, tokens and logins end at once; what was recorded stays.
         */
        post: operations["endPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/people/{personId}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erases what the law no longer lets the company keep of a person whose access has ended */
        post: operations["erasePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/people/{personId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives everything the company holds about a person */
        get: operations["exportPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/people/{personId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the months of a porté that were imported from before, the one that was taken over last first */
        get: operations["listPersonHistory"];
        put?: never;
        /**
         * Takes a month that a porté lived before; it is locked, and said to be imported
         * @description A month of which the company holds a report is a 409, unless it is just this one.
         */
        post: operations["importMonth"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/people/{personId}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a paper of a porté - a receipt, a payslip of another company, a signed report; the same one is taken once */
        post: operations["importPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/people/{personId}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a person another password, and ends the logins under the old one */
        post: operations["setPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/people/{personId}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says what a member of the staff may do */
        post: operations["setStaffRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the personal access tokens that have not ended, newest first */
        get: operations["listTokens"];
        put?: never;
        /** Lets a token in - the company is told its hash and never the token */
        post: operations["addToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/tokens/{tokenId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a token at once */
        post: operations["endToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/working-time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says how a porté's contract counts time */
        post: operations["recordWorkingTime"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives in one answer what says where a porté's month stands, as the lists would each give it */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what clients have paid for the porté's work, newest first */
        get: operations["listOwnPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payslips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the porté's payslips, newest first */
        get: operations["listPayslips"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payslips/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the payslip of a month, line by line */
        get: operations["getPayslip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payslips/{month}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives the payslip of a month as a PDF, in the model of that month
         * @description The document carries its facts signed by a key of `/receipt-keys`, as an attachment and in a code on the page.
         */
        get: operations["getPayslipPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipt-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Publishes the keys that sign submission receipts and payslips */
        get: operations["listReceiptKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipt-uploads/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The hash of the whole receipt. */
                sha256: components["parameters"]["Sha256"];
            };
            cookie?: never;
        };
        get?: never;
        /** Starts the upload of a receipt piece by piece, or says how far it is */
        put: operations["startReceiptUpload"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Adds the next piece, at most 192 KiB; the last one is answered with the receipt, once its hash is that of the path
         * @description A piece for another place than the one that is awaited is a 412, and `startReceiptUpload` says which that is.
         */
        patch: operations["continueReceiptUpload"];
        trace?: never;
    };
    "/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stores a receipt; the same content is stored once */
        post: operations["uploadReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts/{receiptId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the bytes of a receipt to its owner or an operator */
        get: operations["getReceiptContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/service": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says that this is a portage company, and which contract it keeps */
        get: operations["getService"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The sum of every entry of a fund is its balance, to the cent. The month's parts are those that art. L1254-25 names. */
        Account: {
            activityCents: components["schemas"]["Cents"];
            /** @description What the company has advanced of minimum pays and has not had back (agreement, art. 21.3). */
            advanceCents?: components["schemas"]["Cents"];
            balanceCents: components["schemas"]["Cents"];
            /** @description The month's business-contribution indemnity, part of its gross pay. */
            businessContributionCents: components["schemas"]["Cents"];
            month: components["schemas"]["Month"];
            /** @description What each purse held before the month's entries; absent from a company of an earlier contract. */
            opening?: {
                activityCents: components["schemas"]["Cents"];
                provisionCents: components["schemas"]["Cents"];
                reserveCents: components["schemas"]["Cents"];
            };
            /** @description Leave and end-of-contract pay that are kept. */
            provisionCents?: components["schemas"]["Cents"];
            reserveCents: components["schemas"]["Cents"];
            totals: {
                amountCents: components["schemas"]["Cents"];
                fund: components["schemas"]["Fund"];
                kind: components["schemas"]["EntryKind"];
            }[];
        };
        AccountEntry: {
            amountCents: components["schemas"]["Cents"];
            /** @description What the entry was booked for; absent where an older company did not note it. */
            cause?: components["schemas"]["EntryCause"];
            day: components["schemas"]["Day"];
            fund: components["schemas"]["Fund"];
            id: components["schemas"]["Id"];
            kind: components["schemas"]["EntryKind"];
            label: string;
            month: components["schemas"]["Month"];
            recordedAt: components["schemas"]["Instant"];
            recordedBy: string;
            /** @description The payment or the payslip that the entry takes back; absent from any other. */
            reverses?: components["schemas"]["Id"];
        };
        AccountEntryPage: {
            items: components["schemas"]["AccountEntry"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        ActivityReport: {
            /** @description What each client that was asked about this version has answered; empty where none was. */
            clientAnswers: components["schemas"]["ClientAnswer"][];
            days: components["schemas"]["ReportDay"][];
            decidedAt: components["schemas"]["Instant"] | null;
            decidedBy: string | null;
            id: components["schemas"]["Id"];
            /** @description When it was taken over from before; absent for a month that was declared to the company. */
            importedAt?: components["schemas"]["Instant"];
            month: components["schemas"]["Month"];
            /** @description Why it was refused. */
            reason: string | null;
            receipt: components["schemas"]["SubmissionReceipt"];
            restDaysConfirmed: boolean;
            restStatement: components["schemas"]["RestStatement"] | null;
            state: components["schemas"]["ReportState"];
            turnoverCents: components["schemas"]["Cents"];
            version: number;
        };
        ActivityReportPage: {
            items: components["schemas"]["ActivityReport"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        ActivityReportSubmission: {
            /** @description Empty for a month without any activity. */
            days: components["schemas"]["ReportDay"][];
            /** @description The porté confirms the work on rest days that the report shows. */
            restDaysConfirmed: boolean;
            /** @description Nothing is stated where it is null or left out. */
            restStatement?: components["schemas"]["RestStatement"] | null;
        };
        /** @description What was agreed anew, and on which day; what is left out stays. */
        AmendmentSubmission: {
            agreedOn: components["schemas"]["Day"];
            dailyRateCents?: number;
            daysOrdered?: number;
            end?: components["schemas"]["Day"];
            /** @description The first day that it holds for; the day on which it was agreed where it is left out. */
            from?: components["schemas"]["Day"];
            purchaseOrder?: string | null;
        };
        /**
         * @description The activity code.
         * @example 78.30Z
         */
        ApeCode: string;
        AuditEntry: {
            /** @enum {string} */
            act: "insert" | "update" | "delete";
            after: {
                [key: string]: unknown;
            } | null;
            at: components["schemas"]["Instant"];
            before: {
                [key: string]: unknown;
            } | null;
            /** @description Who acted; the database's own role where no request did. */
            by: string;
            id: components["schemas"]["Id"];
            person: components["schemas"]["Id"] | null;
            row: string;
            table: string;
        };
        AuditTrailPage: {
            items: components["schemas"]["AuditEntry"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        /**
         * @description Whole euro cents.
         * @example 123456
         */
        Cents: number;
        /** @description A share of the turnover, or an amount a month. */
        Charge: {
            /** @example médecine du travail */
            name: string;
            ratePpm: components["schemas"]["Ppm"];
        } | {
            amountCents: number;
            name: string;
        };
        /** @description A client as a record. What nobody said is null. */
        Client: {
            address: string | null;
            chorusEngagement: string | null;
            chorusService: string | null;
            contactEmail: components["schemas"]["Email"] | null;
            contactName: string | null;
            name: components["schemas"]["PersonName"];
            routingCode: string | null;
            /** @example 732829320 */
            siren: string | null;
            /** @example 73282932000074 */
            siret: string | null;
        };
        ClientAnswer: {
            /** @example Acme Conseil */
            client: string;
            decidedAt: components["schemas"]["Instant"] | null;
            /**
             * @description Null while it has not answered.
             * @enum {string|null}
             */
            decision: "approve" | "reject" | null;
            /** @example ACME */
            mission: string;
            reason: string | null;
        };
        ClientChange: {
            address?: string | null;
            chorusEngagement?: string | null;
            chorusService?: string | null;
            contactEmail?: components["schemas"]["Email"];
            contactName?: string | null;
            routingCode?: string | null;
            /** @example 732829320 */
            siren?: string;
            /** @example 73282932000074 */
            siret?: string;
        };
        ClientContact: {
            /** @example Acme Conseil */
            client: string;
            /** @example achats@acme.example */
            email: string | null;
            /** @enum {string} */
            language: "fr" | "en";
            /** @example ACME */
            mission: string;
        };
        ClientContactSubmission: {
            /** @description Null for nobody. */
            email: string | null;
            /** @enum {string} */
            language: "fr" | "en";
            /** @example ACME */
            mission: string;
            /** @example claire@porte.example */
            porteEmail: string;
        };
        /** @description What a porté says of a client. */
        ClientGiven: {
            address?: string | null;
            chorusEngagement?: string | null;
            chorusService?: string | null;
            contactEmail?: components["schemas"]["Email"];
            contactName?: string | null;
            name: components["schemas"]["PersonName"];
            routingCode?: string | null;
            /** @example 732829320 */
            siren?: string;
            /** @example 73282932000074 */
            siret?: string;
        };
        ClientPage: {
            items: components["schemas"]["OwnedClient"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        ClientPayment: {
            amountCents: components["schemas"]["Cents"];
            /** @example Acme Conseil */
            client: string;
            feeCents: components["schemas"]["Cents"];
            id: components["schemas"]["Id"];
            /** @description The number of the invoice that stands for its mission and month; null where none does. */
            invoice: string | null;
            /** @example ACME */
            mission: string;
            month: components["schemas"]["Month"];
            /** @description The payslip that it was paid on with; null until then. */
            payslipMonth: components["schemas"]["Month"] | null;
            receivedOn: components["schemas"]["Day"];
            state: components["schemas"]["PaymentState"];
        };
        ClientPaymentPage: {
            items: components["schemas"]["ClientPayment"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        Company: {
            address: string;
            apeCode: components["schemas"]["ApeCode"];
            contractTerms?: components["schemas"]["ContractTerms"];
            deadlines: {
                /**
                 * @description Day of the month by which its report is due.
                 * @example 25
                 */
                reportDueDay: number;
                /**
                 * @description Day of the next month by which pay leaves: on that day, or on the last banking day before it.
                 * @example 5
                 */
                transferDay: number;
            };
            /** @description The establishment that employs; null for the seat. */
            establishment?: string | null;
            fee: {
                monthlyCapCents: components["schemas"]["Cents"] | null;
                ratePpm: components["schemas"]["Ppm"];
            };
            /** @description The company's financial guarantee (C. trav., art. L1254-26). */
            guarantee: {
                amountCents: components["schemas"]["Cents"];
                expires: components["schemas"]["Day"];
                guarantor: string;
                lastYearPayrollCents: components["schemas"]["Cents"];
            };
            invoicing?: components["schemas"]["Invoicing"];
            name: string;
            /** @description What a month's operating expenses may come to; null without a cap. */
            operatingCap: {
                /** @enum {string} */
                basis: "gross" | "turnover";
                ratePpm: components["schemas"]["Ppm"];
            } | null;
            payroll: components["schemas"]["PayrollProfile"];
            /** @example 123456782 */
            siren: string;
            siret: components["schemas"]["Siret"];
        };
        /** @description Rates of a base, or amounts a month; `text` says why it is due. */
        CompanyLine: {
            /** @enum {string} */
            base: "gross" | "t1" | "t2";
            employeePpm: components["schemas"]["Ppm"];
            employerPpm: components["schemas"]["Ppm"];
            label: string;
            text: string;
        } | {
            /** @enum {string} */
            base: "amount";
            employeeCents: number;
            employerCents: number;
            label: string;
            text: string;
        };
        ContractDocument: {
            /** @description The first day of an amendment that everybody has signed. */
            amendedFrom: components["schemas"]["Day"] | null;
            /** @description The contract that it changes; null for one that stands alone. */
            amends: components["schemas"]["Id"] | null;
            bytes: number;
            client: string;
            drawnAt: components["schemas"]["Instant"];
            drawnBy: string;
            end: components["schemas"]["Day"] | null;
            /**
             * @description Which text lists its mandatory mentions.
             * @enum {string}
             */
            form: "client" | "cdi" | "cdd";
            id: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "employment" | "client";
            /** @description The mandatory mentions that nothing fills, by name. */
            missing: string[];
            mission: string;
            missionId: components["schemas"]["Id"];
            /** @enum {string} */
            part: "contract" | "amendment";
            replacedAt: components["schemas"]["Instant"] | null;
            sentAt: components["schemas"]["Instant"] | null;
            sha256: components["schemas"]["Sha256"];
            signatures: components["schemas"]["Signature"][];
            start: components["schemas"]["Day"];
            /**
             * @description Where it stands today; it follows from the other fields and the day.
             * @enum {string}
             */
            state: "draft" | "sent" | "signed" | "in-force" | "amended" | "ending" | "ended" | "replaced";
        };
        ContractDocumentPage: {
            items: components["schemas"]["ContractDocument"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        ContractSubmission: {
            alsaceMoselle?: boolean;
            /** @enum {string} */
            category: "cadre" | "non-cadre";
            end?: components["schemas"]["Day"] | null;
            forfaitDays?: components["schemas"]["ForfaitDays"];
            job?: components["schemas"]["Job"];
            /** @enum {string} */
            kind: "cdi" | "cdd";
            /** @enum {string} */
            level: "first" | "junior" | "senior" | "expert";
            porteEmail: components["schemas"]["Email"];
            position?: components["schemas"]["Position"];
            start: components["schemas"]["Day"];
            taxRatePpm?: components["schemas"]["Ppm"] | null;
            /** @enum {string} */
            taxZone?: "metropole" | "guadeloupe-reunion-martinique" | "guyane-mayotte";
            trialMonths?: components["schemas"]["TrialMonths"];
            weeklyHours?: components["schemas"]["WeeklyHours"];
            workingTime?: components["schemas"]["WorkingTime"];
            workTimePpm?: number;
        };
        /** @description What the company's contracts name beside its own identity; what is not said is missing from them. */
        ContractTerms: {
            /** @description Of the civil liability of its portés. */
            insurer?: string;
            pensionFund?: components["schemas"]["FundIdentity"];
            policyNumber?: string;
            providentFund?: components["schemas"]["FundIdentity"];
        };
        /** @example 15000 */
        CoverPpm: number;
        /**
         * @description Where the next page starts; null at the end.
         * @example null
         */
        Cursor: string | null;
        /**
         * Format: date
         * @example 2026-11-30
         */
        Day: string;
        Decision: {
            /** @enum {string} */
            decision: "approve" | "reject";
            /** @description Required to reject. */
            reason?: string;
        };
        DrawnContracts: {
            items: components["schemas"]["OwnedDocument"][];
        };
        /** @description What completes the mission before its contracts are drawn; what is left out stays. */
        DrawSubmission: {
            equipment?: string | null;
            leastDays?: number;
            place?: string | null;
            skills?: string | null;
            trialMonths?: components["schemas"]["TrialMonths"];
        };
        /** @example claire@porte.example */
        Email: string;
        /** @description Who employed when the month was paid; missing from payslips that were kept before it was noted. */
        Employer: {
            address: string;
            apeCode: components["schemas"]["ApeCode"];
            establishment: string | null;
            name: string;
            siret: components["schemas"]["Siret"];
        };
        EmploymentContract: {
            alsaceMoselle: boolean;
            /** @enum {string} */
            category: "cadre" | "non-cadre";
            end: components["schemas"]["Day"] | null;
            forfaitDays: components["schemas"]["ForfaitDays"] | null;
            job: components["schemas"]["Job"];
            /** @enum {string} */
            kind: "cdi" | "cdd";
            /** @enum {string} */
            level: "first" | "junior" | "senior" | "expert";
            position: components["schemas"]["Position"];
            start: components["schemas"]["Day"];
            /** @description Personal rate of withholding; null for the neutral grid. */
            taxRatePpm: components["schemas"]["Ppm"] | null;
            /** @enum {string} */
            taxZone?: "metropole" | "guadeloupe-reunion-martinique" | "guyane-mayotte";
            trialMonths?: components["schemas"]["TrialMonths"];
            weeklyHours: components["schemas"]["WeeklyHours"];
            workingTime: components["schemas"]["WorkingTime"];
            /** @description Share of full time; full time where it is not said. */
            workTimePpm?: number;
        };
        EndSubmission: {
            end: components["schemas"]["Day"];
        };
        Entry: {
            /** @description In days, to the hundredth; the parts of a mission, or of a kind, sum to half a day or a whole one. */
            amount: number;
            /** @description Hours worked, where the contract counts them. */
            hours?: number;
            kind: components["schemas"]["Kind"];
            /** @description The mission's reference; null for time without one. */
            mission: string | null;
            projectCode: string | null;
        };
        EntryCause: {
            id: components["schemas"]["Id"];
            /**
             * @description The number of the invoice that a payment was for, where one stood.
             * @example F2026-0001
             */
            invoice?: string;
            /** @enum {string} */
            kind: "payment" | "payslip";
            /**
             * @description The mission that a payment is for, or the month of a payslip.
             * @example ACME
             */
            reference: string;
        };
        /** @enum {string} */
        EntryKind: "client-payment" | "management-fee" | "expense-reimbursement" | "reserve-transfer" | "employer-contributions" | "employee-contributions" | "withholding" | "net-pay" | "charge" | "provision-transfer";
        Erasure: {
            erased: string[];
            kept: {
                /** @description The text that obliges the company to keep it. */
                text: string;
                until: components["schemas"]["Day"];
                what: string;
            }[];
            person: components["schemas"]["Person"];
        };
        Establishment: {
            apeCode: components["schemas"]["ApeCode"];
            establishment: string | null;
            siret: components["schemas"]["Siret"];
        };
        Event: {
            /**
             * @description The month, the reference or the identifier that it is about.
             * @example 2026-11
             */
            about: string;
            at: components["schemas"]["Instant"];
            id: components["schemas"]["EventId"];
            /**
             * @description `report-` and the report's new state, `expense-` and the expense's, `client-approve`, `client-reject`, `payment-received`, `payment-reversed`, `payslip-ready`, `payslip-reversed`, `terms-changed`, `mission-changed`, `leave-recorded`, `invoice-issued`, `invoice-reminded`, `invoice-cancelled`, `invoice-paid`, `contract-drawn`, `contract-sent`, `contract-signed`, `proposal-` and the proposal's state; others may come.
             * @example report-approved
             */
            kind: string;
        };
        /**
         * @description The number of an event; for each person they count from 1 on.
         * @example 12
         */
        EventId: string;
        EventPage: {
            items: components["schemas"]["Event"][];
            /** @description The number of the last event that there is; 0 before the first. */
            last: components["schemas"]["EventId"];
            nextCursor: components["schemas"]["Cursor"];
            /** @description Whether events after the cursor are no longer there. */
            reset: boolean;
        };
        Expense: {
            /**
             * @description All taxes included; a trip's is what the scale says of it after the year's others.
             * @example 2140
             */
            amountCents: number;
            /** @description What was last answered. */
            answer: string | null;
            category: components["schemas"]["ExpenseCategory"];
            date: components["schemas"]["Day"];
            decidedAt: components["schemas"]["Instant"] | null;
            decidedBy: string | null;
            /** @description Where the nights were spent, by its department; null where it was not said. */
            department: string | null;
            id: components["schemas"]["Id"];
            /** @description Who was paid; null where it was not said. */
            merchant?: string | null;
            /** @description The mission it is re-invoiced to; null for an operating expense. */
            mission: string | null;
            note: string | null;
            /** @description The payslip that paid it back. */
            payslipMonth: components["schemas"]["Month"] | null;
            /** @description What the company last asked. */
            question: string | null;
            reason: string | null;
            /** @description Null for a trip and for telework, which need none. */
            receiptId: components["schemas"]["Id"] | null;
            state: components["schemas"]["ExpenseState"];
            submittedAt: components["schemas"]["Instant"];
            /** @description What passes the limit of exemption: it stays in the envelope and is paid as gross pay. */
            taxableCents: number;
            /** @description What a mileage expense is for; null for the others. */
            trip: components["schemas"]["Trip"] | null;
            /** @description The meals, the nights or the days of telework that it is for. */
            units: number;
            vat: components["schemas"]["Vat"];
        };
        ExpenseAnswer: {
            answer: string;
        };
        /** @enum {string} */
        ExpenseCategory: "restaurant" | "meal-away" | "lodging" | "transport" | "mileage" | "telecom" | "equipment" | "home-office" | "telework" | "training" | "other";
        ExpensePage: {
            items: components["schemas"]["Expense"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        ExpenseQuestion: {
            question: string;
        };
        /** @enum {string} */
        ExpenseState: "submitted" | "questioned" | "approved" | "refused" | "reimbursed";
        ExpenseSubmission: {
            /**
             * @description All taxes included; a trip's is what the scale says of it after the year's others.
             * @example 2140
             */
            amountCents: number;
            category: components["schemas"]["ExpenseCategory"];
            date: components["schemas"]["Day"];
            /** @description Where the nights were spent, by its department; null where it was not said. */
            department: string | null;
            /** @description Whether it is meant beside one that is the same: the same trip of a day, or the same receipt for the same amount on the same day. Without it such a second one is refused by 409 `expense.repeated`. */
            isRepeated?: boolean;
            /** @description Who was paid; null where it was not said. */
            merchant?: string | null;
            /** @description The mission it is re-invoiced to; null for an operating expense. */
            mission: string | null;
            note: string | null;
            /** @description Null for a trip and for telework, which need none. */
            receiptId: components["schemas"]["Id"] | null;
            /** @description What a mileage expense is for; null for the others. */
            trip: components["schemas"]["Trip"] | null;
            /** @description The meals, the nights or the days of telework that it is for. */
            units: number;
            vat: components["schemas"]["Vat"];
        };
        /** @description Days of a year under a forfait jours; null without one. */
        ForfaitDays: number;
        /**
         * @description What may be spent; the reserve; leave and end-of-contract pay that are kept.
         * @enum {string}
         */
        Fund: "activity" | "reserve" | "provision";
        FundIdentity: {
            address: string;
            name: string;
        };
        /** @example 0199f1d2-6c1a-7b53-9a1e-0d9c54f8a001 */
        Id: string;
        ImportedExpense: {
            amountCents: number;
            category: components["schemas"]["ExpenseCategory"];
            date: components["schemas"]["Day"];
            id: components["schemas"]["Id"];
            merchant: string | null;
            mission: string | null;
            note: string | null;
            paper: components["schemas"]["Id"] | null;
            payslipMonth: components["schemas"]["Month"] | null;
            /** @enum {string} */
            state: "submitted" | "approved" | "refused" | "reimbursed";
            vat: components["schemas"]["Vat"];
        };
        ImportedMonth: {
            company: string;
            expenses: components["schemas"]["ImportedExpense"][];
            id: components["schemas"]["Id"];
            importedAt: components["schemas"]["Instant"];
            importedBy: string;
            month: components["schemas"]["Month"];
            payslips: components["schemas"]["ImportedPayslip"][];
            report: components["schemas"]["ImportedReport"] | null;
        };
        ImportedMonthPage: {
            items: components["schemas"]["ImportedMonth"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        ImportedMonthSubmission: {
            /**
             * @description Whom it was lived with, as its porté says.
             * @example Ancien Portage
             */
            company: string;
            expenses: components["schemas"]["ImportedExpense"][];
            month: components["schemas"]["Month"];
            payslips: components["schemas"]["ImportedPayslip"][];
            report: components["schemas"]["ImportedReport"] | null;
        };
        ImportedPayslip: {
            grossCents: components["schemas"]["Cents"] | null;
            name: components["schemas"]["PaperName"];
            netPaidCents: components["schemas"]["Cents"] | null;
            paper: components["schemas"]["Id"];
            transferDate: components["schemas"]["Day"] | null;
        };
        ImportedReport: {
            days: components["schemas"]["ReportDay"][];
            decidedAt: components["schemas"]["Instant"] | null;
            /** @description What left and what answered, by their identifiers as papers. */
            papers: components["schemas"]["Id"][];
            reason: string | null;
            restDaysConfirmed: boolean;
            restStatement: components["schemas"]["RestStatement"] | null;
            /** @enum {string} */
            state: "submitted" | "awaiting-client" | "approved" | "refused";
            submittedAt: components["schemas"]["Instant"];
            turnoverCents: components["schemas"]["Cents"];
            version: number;
        };
        /** @example 2026-11-25T17:04:12.000Z */
        Instant: string;
        Invoice: {
            /** @description Before VAT. */
            amountCents: components["schemas"]["Cents"];
            cancellation: {
                reason: string;
                recordedAt: components["schemas"]["Instant"];
                recordedBy: string;
            } | null;
            /** @example Acme Conseil */
            client: string;
            /** @description The days that are billed. */
            days: number;
            dueOn: components["schemas"]["Day"];
            id: components["schemas"]["Id"];
            issuedOn: components["schemas"]["Day"];
            /** @description The yearly rate that the company stated for late payment when it billed; null for the legal one. */
            lateRatePpm: components["schemas"]["Ppm"] | null;
            /** @example ACME */
            mission: string;
            month: components["schemas"]["Month"];
            /** @description When the company reminds the client next, as its staff said; null where nobody did. */
            nextReminderOn: components["schemas"]["Day"] | null;
            /** @example F2026-0001 */
            number: string;
            /** @description What was paid of it, before VAT. */
            paidCents: components["schemas"]["Cents"];
            recordedAt: components["schemas"]["Instant"];
            recordedBy: string;
            reminders: components["schemas"]["Reminder"][];
            reportVersion: number;
            state: components["schemas"]["InvoiceState"];
            vatCents: components["schemas"]["Cents"];
            vatPpm: components["schemas"]["Ppm"];
        };
        InvoiceCancellation: {
            reason: string;
        };
        InvoicePage: {
            items: components["schemas"]["Invoice"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        /**
         * @description From the payments of its mission and month and from the day.
         * @enum {string}
         */
        InvoiceState: "issued" | "part-paid" | "paid" | "late" | "cancelled";
        InvoiceSubmission: {
            /** @example ACME */
            mission: string;
            month: components["schemas"]["Month"];
            /** @description The company's own where left out. */
            paymentDays?: number;
            /** @example claire@porte.example */
            porteEmail: string;
            /** @description The normal rate where left out. */
            vatPpm?: components["schemas"]["Ppm"];
        };
        /** @description How the company bills. Without it, clients have 30 days, late ones owe the legal rate, and nothing is billed by itself. */
        Invoicing: {
            /** @description The yearly rate that a late client owes, where the company states one. */
            lateRatePpm?: components["schemas"]["Ppm"];
            /** @description Whether the approval of a month bills it. */
            onApproval: boolean;
            /** @description Days from the invoice to its due day (C. com., art. L441-10). */
            paymentDays: number;
        };
        /**
         * @description What the employee is employed as.
         * @example Consultant
         */
        Job: string;
        /** @description Set aside on the account for later pay, contributions included; or taken out of it. */
        Kept: {
            endOfContractCents: components["schemas"]["Cents"];
            leaveCents: components["schemas"]["Cents"];
        };
        KeptPayslip: {
            payslip: components["schemas"]["PayslipSummary"];
            reversal: components["schemas"]["ReversalMark"] | null;
        };
        KeptPayslipPage: {
            items: components["schemas"]["KeptPayslip"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        /** @enum {string} */
        Kind: "mission" | "unbilled" | "prospecting" | "training" | "delegation" | "paid-leave" | "unpaid-leave" | "sick" | "holiday" | "intermission";
        Leave: {
            end: components["schemas"]["Day"];
            id: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "paid-leave" | "unpaid-leave";
            start: components["schemas"]["Day"];
        };
        LeavePage: {
            items: components["schemas"]["Leave"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        LeaveSubmission: {
            end: components["schemas"]["Day"];
            /** @enum {string} */
            kind: "paid-leave" | "unpaid-leave";
            /** @example claire@porte.example */
            porteEmail: string;
            start: components["schemas"]["Day"];
        };
        /**
         * @description Why a porté is not paid by a run; `already-paid` where another run has paid them meanwhile, `failed` where their pay cannot be worked out, and `failure` says of what.
         * @enum {string}
         */
        LeftOutReason: "no-report" | "report-not-approved" | "client-not-paid" | "not-enough" | "nothing-due" | "already-paid" | "failed";
        Me: {
            contract: components["schemas"]["EmploymentContract"] | null;
            /** @example claire@porte.example */
            email: string;
            id: components["schemas"]["Id"];
            /** @example Claire Morel */
            name: string;
            /** @enum {string} */
            role: "porte" | "operator";
            scopes: components["schemas"]["Scope"][];
            staffRole?: components["schemas"]["StaffRole"];
            tokenExpiresAt: components["schemas"]["Instant"] | null;
        };
        /** @description Meal vouchers that were given with a pay; the employee's share is kept back from what is transferred. */
        MealVouchers: {
            count: number;
            /** @description In all. */
            employeeCents: components["schemas"]["Cents"];
            /** @description In all. */
            employerCents: components["schemas"]["Cents"];
            /** @description Of one. */
            valueCents: components["schemas"]["Cents"];
        };
        Mission: {
            /** @example Acme Conseil */
            client: string;
            /** @description What the company knows of the client; null for one that is a name alone. */
            clientRecord?: components["schemas"]["Client"] | null;
            dailyRateCents: components["schemas"]["Cents"];
            /** @example 40 */
            daysOrdered?: number | null;
            end: components["schemas"]["Day"] | null;
            /** @description The protective equipment that the client provides. */
            equipment?: string | null;
            id: components["schemas"]["Id"];
            place?: string | null;
            /** @description The client's own codes that a day may be split by. */
            projectCodes: string[];
            /** @example BC-2026-118 */
            purchaseOrder?: string | null;
            /** @description Where the price was negotiated anew, each with the first day it holds for, oldest first; `dailyRateCents` is today's. */
            rates?: components["schemas"]["MissionRate"][];
            /** @example ACME */
            reference: string;
            skills?: string | null;
            start: components["schemas"]["Day"];
            /** @example Refonte du système de commande */
            title: string;
        };
        MissionPage: {
            items: components["schemas"]["Mission"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        MissionProposal: {
            amendment: components["schemas"]["AmendmentSubmission"] | null;
            decidedAt: components["schemas"]["Instant"] | null;
            decidedBy: string | null;
            id: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "mission" | "amendment";
            mission: components["schemas"]["MissionProposalSubmission"] | null;
            /** @description The mission that it amends or has become; null before. */
            missionId: components["schemas"]["Id"] | null;
            reason: string | null;
            reference: string;
            /** @enum {string} */
            state: "proposed" | "accepted" | "refused";
            submittedAt: components["schemas"]["Instant"];
            warnings: components["schemas"]["Watch"][];
        };
        MissionProposalPage: {
            items: components["schemas"]["MissionProposal"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        MissionProposalSubmission: {
            agreedOn?: components["schemas"]["Day"];
            client: components["schemas"]["ClientGiven"];
            /** @example 65000 */
            dailyRateCents: number;
            daysOrdered?: number;
            end: components["schemas"]["Day"] | null;
            equipment?: string | null;
            place?: string | null;
            purchaseOrder?: string | null;
            /** @example ACME-2 */
            reference: string;
            skills?: string | null;
            start: components["schemas"]["Day"];
            title: components["schemas"]["PersonName"];
        };
        MissionRate: {
            dailyRateCents: components["schemas"]["Cents"];
            from: components["schemas"]["Day"];
        };
        MissionSubmission: {
            client: components["schemas"]["PersonName"];
            /** @example 65000 */
            dailyRateCents: number;
            end: components["schemas"]["Day"] | null;
            porteEmail: components["schemas"]["Email"];
            projectCodes?: components["schemas"]["PersonName"][];
            /** @example ACME */
            reference: string;
            start: components["schemas"]["Day"];
            title: components["schemas"]["PersonName"];
        };
        /** @example 2026-11 */
        Month: string;
        Overview: {
            account: components["schemas"]["Account"];
            /** @description Those of last month and later, newest month first. */
            activityReports: components["schemas"]["ActivityReport"][];
            company: components["schemas"]["Company"];
            /** @description Those that wait for the company, and those refused since last month began, newest first. */
            expenses: components["schemas"]["Expense"][];
            me: components["schemas"]["Me"];
            /** @description The hundred newest. */
            missions: components["schemas"]["Mission"][];
            /** @description The twenty-four newest. */
            payslips: components["schemas"]["PayslipSummary"][];
        };
        OwnedClient: {
            client: components["schemas"]["Client"];
            id: components["schemas"]["Id"];
        };
        OwnedContract: {
            contract: components["schemas"]["EmploymentContract"];
            owner: components["schemas"]["Owner"];
        };
        OwnedContractPage: {
            items: components["schemas"]["OwnedContract"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        OwnedDocument: {
            document: components["schemas"]["ContractDocument"];
            owner: components["schemas"]["Owner"];
        };
        OwnedDocumentPage: {
            items: components["schemas"]["OwnedDocument"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        OwnedExpense: {
            /** @description The version that is shown: the `If-Match` of a decision on it. */
            etag: string;
            expense: components["schemas"]["Expense"];
            owner: components["schemas"]["Owner"];
        };
        OwnedExpensePage: {
            items: components["schemas"]["OwnedExpense"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        OwnedInvoice: {
            /** @description The version that is shown: the `If-Match` of a cancellation. */
            etag: string;
            invoice: components["schemas"]["Invoice"];
            owner: components["schemas"]["Owner"];
        };
        OwnedInvoicePage: {
            items: components["schemas"]["OwnedInvoice"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        OwnedMission: {
            mission: components["schemas"]["Mission"];
            owner: components["schemas"]["Owner"];
        };
        OwnedMissionPage: {
            items: components["schemas"]["OwnedMission"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        OwnedPayment: {
            amountCents: components["schemas"]["Cents"];
            /** @example Acme Conseil */
            client: string;
            feeCents: components["schemas"]["Cents"];
            /** @description Why it was recorded in spite of what spoke against it; null where nothing did. */
            forceReason?: string | null;
            id: components["schemas"]["Id"];
            /** @example ACME */
            mission: string;
            month: components["schemas"]["Month"];
            owner: components["schemas"]["Owner"];
            /** @description The payslip that was paid with it. */
            payslipMonth: components["schemas"]["Month"] | null;
            receivedOn: components["schemas"]["Day"];
            recordedAt: components["schemas"]["Instant"];
            recordedBy: string;
            /** @description Who took it back, when and why; null for one that stands. */
            reversal: {
                reason: string;
                recordedAt: components["schemas"]["Instant"];
                recordedBy: string;
            } | null;
            state: components["schemas"]["PaymentState"];
        };
        OwnedPaymentPage: {
            items: components["schemas"]["OwnedPayment"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        OwnedProposal: {
            /** @description The version of the proposal. */
            etag: string;
            owner: components["schemas"]["Owner"];
            proposal: components["schemas"]["MissionProposal"];
        };
        OwnedProposalPage: {
            items: components["schemas"]["OwnedProposal"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        OwnedReport: {
            /** @description The version that is shown: the `If-Match` of a decision on it. */
            etag: string;
            owner: components["schemas"]["Owner"];
            report: components["schemas"]["ActivityReport"];
        };
        OwnedReportPage: {
            items: components["schemas"]["OwnedReport"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        Owner: {
            email: string;
            id: components["schemas"]["Id"];
            name: string;
        };
        /** @example bulletin-2025-11.pdf */
        PaperName: string;
        Password: string;
        PasswordSubmission: {
            password: components["schemas"]["Password"];
        };
        Payment: {
            amountCents: components["schemas"]["Cents"];
            balanceCents: components["schemas"]["Cents"];
            feeCents: components["schemas"]["Cents"];
            id: components["schemas"]["Id"];
        };
        PaymentReversal: {
            amountCents: components["schemas"]["Cents"];
            balanceCents: components["schemas"]["Cents"];
            /** @description The fee that is given back, less what the month's other payments then owe. */
            feeCents: components["schemas"]["Cents"];
            paymentId: components["schemas"]["Id"];
            reason: string;
            recordedAt: components["schemas"]["Instant"];
            recordedBy: string;
        };
        /**
         * @description In the account; paid out with a payslip that stands; taken back.
         * @enum {string}
         */
        PaymentState: "received" | "paid-out" | "reversed";
        PaymentSubmission: {
            /** @description Before VAT. */
            amountCents: number;
            /** @description Why it is recorded in spite of what speaks against it; kept with it and in the trail. */
            forceReason?: string;
            mission: string;
            month: components["schemas"]["Month"];
            porteEmail: string;
            receivedOn: components["schemas"]["Day"];
        };
        /** @description What payroll takes from the company. */
        PayrollProfile: {
            apprenticeSharePpm: components["schemas"]["Ppm"];
            /** @description What the company takes from the account beside its fee (agreement, art. 21.5), by name. */
            charges?: components["schemas"]["Charge"][];
            headcount: number;
            healthPlanCents: components["schemas"]["Cents"];
            healthPlanEmployerPpm: components["schemas"]["Ppm"];
            /**
             * @description Whether paid leave is in each month's pay, or kept on the account until it is taken.
             * @enum {string}
             */
            leave?: "paid" | "provisioned";
            /** @description Contributions that the company declares beside those of the law and the branch. */
            lines?: components["schemas"]["CompanyLine"][];
            /** @description A meal voucher for each whole day at work. The company's share is a charge outside the fee; the rest of the value is kept back from the net pay. The share must be exempt - from half to six tenths of the value, and within the limit of the year. */
            mealVoucher?: {
                employerShareCents: number;
                valueCents: number;
            };
            mobilityPpm: components["schemas"]["Ppm"];
            /**
             * @description Whether a month that is not full lowers the ceilings by its calendar days (agreement, art. 22.2), or not.
             * @enum {string}
             */
            partialMonth?: "calendar" | "none";
            /** @description The branch's provident cover, due for everybody (agreement of 2020-11-12, art. 12 to 15). */
            provident?: {
                cadre: components["schemas"]["ProvidentCover"];
                nonCadre: components["schemas"]["ProvidentCover"];
            };
            /** @description A cadre's provident cover by the employer on T1, where `provident` says nothing. */
            providentPpm: components["schemas"]["Ppm"];
            /** @description The base pay that the reserve is a share of - one of three readings of art. 21.3, or an amount for a full-time month. */
            reserveBase?: ("base-pay" | "minimum" | "minimum-and-reserve") | components["schemas"]["Cents"];
            reservePpm: components["schemas"]["Ppm"];
            /** @description Whether a collective agreement raises the limits of the telework allowance. */
            teleworkAgreement?: boolean;
            workAccidentPpm: components["schemas"]["Ppm"];
        };
        PayrollRun: {
            id?: components["schemas"]["Id"];
            leftOut: {
                failure?: components["schemas"]["RunFailure"];
                owner: components["schemas"]["Owner"];
                reason: components["schemas"]["LeftOutReason"];
            }[];
            month: components["schemas"]["Month"];
            paid: {
                owner: components["schemas"]["Owner"];
                payslip: components["schemas"]["PayslipSummary"];
            }[];
        };
        /** @description How many portés still wait, were paid, and were left out. */
        PayrollRunCounts: {
            leftOut: number;
            paid: number;
            waiting: number;
        };
        PayrollRunPage: {
            items: components["schemas"]["PayrollRunState"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        PayrollRunRequest: {
            month: components["schemas"]["Month"];
        };
        PayrollRunResults: {
            items: {
                failure?: components["schemas"]["RunFailure"];
                owner: components["schemas"]["Owner"];
                payslip: components["schemas"]["PayslipSummary"] | null;
                reason: components["schemas"]["LeftOutReason"] | null;
            }[];
            nextCursor: components["schemas"]["Cursor"];
            run: components["schemas"]["PayrollRunState"];
        };
        PayrollRunState: {
            counts: components["schemas"]["PayrollRunCounts"];
            endedAt: components["schemas"]["Instant"] | null;
            failure: components["schemas"]["RunFailure"] | null;
            id: components["schemas"]["Id"];
            month: components["schemas"]["Month"];
            startedAt: components["schemas"]["Instant"];
            startedBy: string;
            /**
             * @description `stopped` is a run that nobody carries on and that can be resumed; `failed` one that paid nobody, because of `failure`.
             * @enum {string}
             */
            state: "running" | "stopped" | "done" | "failed";
        };
        /** @description How much of a month a pay is for - calendar days under contract, share of a whole pay, and the contract's first day. */
        PayShare: {
            contractStart: components["schemas"]["Day"] | null;
            paidPpm: components["schemas"]["Ppm"] | null;
            presentDays: number | null;
        };
        Payslip: {
            /**
             * @description The branch agreement.
             * @example IDCC 3219
             */
            agreement: string;
            charges?: {
                cents: components["schemas"]["Cents"];
                name: string;
            }[];
            contract: components["schemas"]["EmploymentContract"];
            costCents: components["schemas"]["Cents"];
            employeeCents: components["schemas"]["Cents"];
            employer?: components["schemas"]["Employer"];
            employerCents: components["schemas"]["Cents"];
            /** @description Expenses paid back with this pay. */
            expensesCents: components["schemas"]["Cents"];
            generalReductionCents: components["schemas"]["Cents"];
            grossCents: components["schemas"]["Cents"];
            /** @description Hours that the pay is for, at the normal rate; null under a forfait jours or where nobody noted them. */
            hours: number | null;
            id: components["schemas"]["Id"];
            kept?: components["schemas"]["Kept"];
            /** @description The files of law that were used beside the release's own rows. */
            lawFiles?: string[];
            leaveDaysTaken?: number;
            lines: components["schemas"]["PayslipLine"][];
            managementFeeCents: components["schemas"]["Cents"];
            mealVouchers?: components["schemas"]["MealVouchers"];
            /** @description Owed for the month whatever the client has paid (agreement, art. 21.3). */
            minimumPayCents?: components["schemas"]["Cents"];
            month: components["schemas"]["Month"];
            netBeforeTaxCents: components["schemas"]["Cents"];
            netPaidCents: components["schemas"]["Cents"];
            netSocialCents: components["schemas"]["Cents"];
            netTaxableCents: components["schemas"]["Cents"];
            owner: components["schemas"]["Owner"];
            /** @description The paid leave taken in the month. */
            paidLeave: {
                taken: {
                    end: components["schemas"]["Day"];
                    start: components["schemas"]["Day"];
                }[];
                takenDays: number;
            };
            parts: {
                basePayCents: components["schemas"]["Cents"];
                businessContributionCents: components["schemas"]["Cents"];
                complementCents: components["schemas"]["Cents"];
                /** @description 0 but for a fixed-term contract. */
                endOfContractCents: components["schemas"]["Cents"];
                paidLeaveCents: components["schemas"]["Cents"];
            };
            /** @description Of an earlier advance. */
            recoveredCents?: components["schemas"]["Cents"];
            released?: components["schemas"]["Kept"];
            /** @description What stays on the account; negative by what the company advances of a minimum pay. */
            remainderCents: components["schemas"]["Cents"];
            /** @description The reversed payslip that it stands for. */
            replaces?: components["schemas"]["Id"];
            reserveCents: components["schemas"]["Cents"];
            reversal?: components["schemas"]["ReversalMark"];
            share?: components["schemas"]["PayShare"];
            /** @description Net paid and expenses paid back. */
            transferCents: components["schemas"]["Cents"];
            transferDate: components["schemas"]["Day"];
            turnoverCents: components["schemas"]["Cents"];
            withholdingCents: components["schemas"]["Cents"];
            withholdingPpm: components["schemas"]["Ppm"];
            yearToDate: components["schemas"]["PayslipTotals"];
        };
        PayslipLine: {
            baseCents: components["schemas"]["Cents"];
            /** @example oldAgeCapped */
            code: string;
            employeeCents: components["schemas"]["Cents"];
            employeePpm: components["schemas"]["Ppm"];
            employerCents: components["schemas"]["Cents"];
            employerPpm: components["schemas"]["Ppm"];
            /** @description The company's own name of its line. */
            label?: string | null;
            /**
             * @description Who makes the line due; the law where it is not said.
             * @enum {string}
             */
            origin?: "law" | "branch" | "company";
            /** @enum {string} */
            section: "health" | "work-accident" | "retirement" | "family" | "unemployment" | "other" | "company" | "csg";
            source: string;
        };
        PayslipMentionsSubmission: {
            forfaitDays?: components["schemas"]["ForfaitDays"];
            job?: components["schemas"]["Job"];
            /** @example claire@porte.example */
            porteEmail: string;
            position?: components["schemas"]["Position"];
            weeklyHours?: components["schemas"]["WeeklyHours"];
        };
        PayslipPage: {
            items: components["schemas"]["PayslipSummary"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        PayslipRecomputation: {
            /** @description The names of what is not as it was kept; none where it is the same payslip. */
            differences: string[];
            payslip: components["schemas"]["Payslip"];
        };
        PayslipReversal: {
            balanceCents: components["schemas"]["Cents"];
            owner: components["schemas"]["Owner"];
            payslip: components["schemas"]["PayslipSummary"];
            reversal: components["schemas"]["ReversalMark"];
        };
        PayslipReversalRequest: {
            reason: string;
        };
        PayslipSummary: {
            grossCents: components["schemas"]["Cents"];
            id: components["schemas"]["Id"];
            month: components["schemas"]["Month"];
            netPaidCents: components["schemas"]["Cents"];
            /** @description The reversed payslip that it stands for. */
            replaces?: components["schemas"]["Id"];
            share?: components["schemas"]["PayShare"];
            /** @description Net paid and expenses paid back. */
            transferCents: components["schemas"]["Cents"];
            transferDate: components["schemas"]["Day"];
        };
        PayslipTotals: {
            employeeCents: components["schemas"]["Cents"];
            employerCents: components["schemas"]["Cents"];
            grossCents: components["schemas"]["Cents"];
            netPaidCents: components["schemas"]["Cents"];
            netTaxableCents: components["schemas"]["Cents"];
            withholdingCents: components["schemas"]["Cents"];
        };
        Person: {
            email: string;
            endedAt: components["schemas"]["Instant"] | null;
            erasedAt: components["schemas"]["Instant"] | null;
            id: components["schemas"]["Id"];
            name: string;
            /** @enum {string} */
            role: "porte" | "operator";
            staffRole: components["schemas"]["StaffRole"] | null;
        };
        /** @description Everything that is held about a person, table by table; secrets are left out. */
        PersonExport: {
            exportedAt: components["schemas"]["Instant"];
            person: components["schemas"]["Person"];
            tables: {
                [key: string]: {
                    [key: string]: unknown;
                }[];
            };
        };
        /** @example Claire Morel */
        PersonName: string;
        PersonPage: {
            items: components["schemas"]["Person"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        PersonSubmission: {
            email: components["schemas"]["Email"];
            name: components["schemas"]["PersonName"];
            password: components["schemas"]["Password"];
            /** @description Null for a porté. */
            staffRole: components["schemas"]["StaffRole"] | null;
        };
        /**
         * @description Place in the agreement's classification.
         * @example Cadre, senior
         */
        Position: string;
        /**
         * @description Parts per million; 1 % is 10000.
         * @example 70000
         */
        Ppm: number;
        Problem: {
            /** @example activity.problems */
            code: string;
            detail?: string;
            errors?: {
                message: string;
                /** @description A JSON Pointer into the request. */
                pointer: string;
            }[];
            facts?: {
                [key: string]: unknown;
            };
            /** @description The request, for the company's logs. */
            instance?: string;
            /** @example 422 */
            status: number;
            /** @example The report has days at fault. */
            title: string;
            /**
             * @description A stable identifier, `urn:porte:problem:` and the code.
             * @example urn:porte:problem:activity.problems
             */
            type: string;
        };
        /** @description Rates of the employer and the employee, on T1 and on T2, in whole hundredths of a percent. */
        ProvidentCover: {
            employeePpm: components["schemas"]["CoverPpm"];
            employeeT2Ppm: components["schemas"]["CoverPpm"];
            employerPpm: components["schemas"]["CoverPpm"];
            employerT2Ppm: components["schemas"]["CoverPpm"];
        };
        Receipt: {
            bytes: number;
            id: components["schemas"]["Id"];
            /** @enum {string} */
            mediaType: "application/pdf" | "image/jpeg" | "image/png" | "image/webp";
            sha256: components["schemas"]["Sha256"];
        };
        ReceiptKeys: {
            keys: {
                /** @constant */
                crv: "Ed25519";
                kid: string;
                /** @constant */
                kty: "OKP";
                x: string;
            }[];
        };
        ReceiptUpload: {
            bytes: number;
            /** @description Null until all of it is there. */
            receipt: components["schemas"]["Receipt"] | null;
            received: number;
            sha256: string;
        };
        ReceiptUploadStart: {
            bytes: number;
            name: string;
        };
        Reminder: {
            /** @description Who reminded the client. */
            by: string;
            channel: components["schemas"]["ReminderChannel"];
            /** @description When the company's mail left, where the company mails it; null until then. */
            mailedAt?: components["schemas"]["Instant"] | null;
            sentOn: components["schemas"]["Day"];
        };
        /** @enum {string} */
        ReminderChannel: "mail" | "phone" | "letter";
        ReminderSubmission: {
            channel: components["schemas"]["ReminderChannel"];
            /** @description When the client is reminded next. */
            nextOn?: components["schemas"]["Day"];
            /** @description Whether the company mails it now, with the invoice. */
            send?: boolean;
            /** @description Today where left out. */
            sentOn?: components["schemas"]["Day"];
        };
        ReportDay: {
            date: components["schemas"]["Day"];
            /**
             * @description When it ended; after `start`.
             * @example 17:30
             */
            end?: string;
            entries: components["schemas"]["Entry"][];
            /**
             * @description When work began, on the clock of Paris; said with `end`, where the contract sets no ranges of hours.
             * @example 09:00
             */
            start?: string;
        };
        /** @enum {string} */
        ReportState: "submitted" | "awaiting-client" | "approved" | "refused" | "withdrawn" | "locked";
        ReportVersion: {
            days: components["schemas"]["ReportDay"][];
            decidedAt: components["schemas"]["Instant"] | null;
            decidedBy: string | null;
            /** @enum {string|null} */
            decision: "approve" | "reject" | null;
            reason: string | null;
            restStatement: components["schemas"]["RestStatement"] | null;
            submittedAt: components["schemas"]["Instant"];
            submittedBy: string;
            turnoverCents: components["schemas"]["Cents"];
            version: number;
            /** @description When its porté withdrew it; null where they did not. A company of an earlier version does not say. */
            withdrawnAt?: components["schemas"]["Instant"] | null;
        };
        ReportVersions: {
            items: components["schemas"]["ReportVersion"][];
        };
        /** @description What the porté states of the month's rest (amendment 4 to the agreement of the branch). */
        RestStatement: {
            /** @description Eleven hours in a row of rest each day were respected. */
            dailyRest: boolean;
            /**
             * @description Rest days of a forfait jours given up in the month (Code du travail, art. L3121-59), in halves.
             * @example 0
             */
            restDaysGivenUp: number;
            /** @description Thirty-five hours in a row of rest each week were respected. */
            weeklyRest: boolean;
        };
        Reversal: {
            reason: string;
        };
        /** @description That a payslip no longer counts, since when and why. */
        ReversalMark: {
            reason: string;
            reversedAt: components["schemas"]["Instant"];
            reversedBy: string;
        };
        /** @description What a pay failed of, by its code and its facts. */
        RunFailure: {
            /** @example law.not_covered */
            code: string;
            facts: {
                [key: string]: unknown;
            };
            title?: string;
        };
        /** @enum {string} */
        Scope: "read" | "declare" | "expenses" | "operator";
        /** @description Who signs for the client, where the mission and the client's record do not say. */
        SendSubmission: {
            clientEmail?: components["schemas"]["Email"];
            /** @enum {string} */
            clientLanguage?: "fr" | "en";
            clientName?: components["schemas"]["PersonName"];
        };
        Service: {
            /** @example Exemple Portage */
            company: string;
            /** @example 1.0.0 */
            contract: string;
            /**
             * @description The OAuth issuer.
             * @example https://portage.example
             */
            issuer: string;
            /** @constant */
            service: "portage";
        };
        /**
         * @description In hexadecimal.
         * @example 5d41402abc4b2a76b9719d911017c592ae41e4649b934ca495991b7852b85500
         */
        Sha256: string;
        /** @description One party that signs; `at` is null while it has not. */
        Signature: {
            at: components["schemas"]["Instant"] | null;
            email: string;
            evidence: components["schemas"]["SignatureEvidence"] | null;
            name: string;
            /** @enum {string} */
            party: "client" | "porte" | "company";
            typedName: string | null;
            until: components["schemas"]["Instant"];
        };
        /** @description What is kept of a signature, signed by a key of `/receipt-keys`: `signed` is JSON that names the contract, its SHA-256, the party, the name as it was typed, the address that the link was mailed to, the instant and the words that were agreed to. */
        SignatureEvidence: {
            keyId: string;
            signature: string;
            signed: string;
        };
        SigningLink: {
            sentTo: string;
            until: components["schemas"]["Instant"];
        };
        /**
         * @description The establishment's number; it begins with the company's SIREN.
         * @example 12345678200010
         */
        Siret: string;
        /**
         * @description What a member of the staff may do - an adviser follows the portés and decides on their reports and expenses; payroll records payments and pays; an administrator does all of it, and opens and ends accesses.
         * @enum {string}
         */
        StaffRole: "adviser" | "payroll" | "administrator";
        StaffRoleSubmission: {
            staffRole: components["schemas"]["StaffRole"];
        };
        /** @description Proof of filing. The signature covers `signed`, a UTF-8 text that holds the report's hash, month, version and time. */
        SubmissionReceipt: {
            id: components["schemas"]["Id"];
            keyId: string;
            /** @description Of the canonical report. */
            reportHash: components["schemas"]["Sha256"];
            /** @description Ed25519 in base64url. */
            signature: string;
            signed: string;
            submittedAt: components["schemas"]["Instant"];
            version: number;
        };
        Token: {
            expiresAt: components["schemas"]["Instant"];
            id: components["schemas"]["Id"];
            name: string;
            owner: components["schemas"]["Owner"];
            scopes: components["schemas"]["Scope"][];
        };
        TokenPage: {
            items: components["schemas"]["Token"][];
            nextCursor: components["schemas"]["Cursor"];
        };
        TokenSubmission: {
            days: number;
            email: components["schemas"]["Email"];
            name: components["schemas"]["PersonName"];
            scopes: components["schemas"]["Scope"][];
            tokenHash: components["schemas"]["Sha256"];
        };
        /**
         * @description Months of the trial period; 0 where there is none.
         * @example 4
         */
        TrialMonths: number;
        Trip: {
            from: string | null;
            metres: number;
            to: string | null;
            vehicle: components["schemas"]["Vehicle"];
        };
        /** @description The tax in an amount, each rate once; one line of a null rate where its split is not known; empty for none. */
        Vat: components["schemas"]["VatLine"][];
        VatLine: {
            /**
             * @description In parts per million; one of those in use on the day.
             * @example 100000
             */
            ratePpm: number | null;
            /** @example 195 */
            vatCents: number;
        };
        Vehicle: {
            electric: boolean;
            /** @enum {string} */
            kind: "car" | "motorcycle" | "moped";
            /** @description Fiscal horsepower. */
            power: number;
        };
        /** @description Something that a day brings, and by which text; `source` is null for what no text sets. */
        Watch: {
            /** @enum {string} */
            code: "client-months" | "contract-late" | "first-level" | "trial-end" | "days-left" | "price-late";
            day: components["schemas"]["Day"];
            isLate: boolean;
            left?: number;
            source: string | null;
        };
        /**
         * @description Hours of a week under the contract.
         * @example 35
         */
        WeeklyHours: number;
        /**
         * @description How the contract counts time - days and halves; days against the yearly total of a forfait jours; or hours beside the days.
         * @enum {string}
         */
        WorkingTime: "days" | "forfait-days" | "hours";
        WorkingTimeSubmission: {
            /** @example claire@porte.example */
            porteEmail: string;
            workingTime: components["schemas"]["WorkingTime"];
        };
    };
    responses: {
        /** @description What went wrong, as RFC 9457 problem details; 429 and 503 say when to come back. */
        Problem: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The answer that is named is still the answer. */
        Unchanged: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /** @description Only what was done to this person's rows. */
        AboutPerson: components["schemas"]["Id"];
        /** @description As it is on the last day of this month; today where it is left out. */
        AsOfMonth: components["schemas"]["Month"];
        /** @description The client. */
        ClientId: components["schemas"]["Id"];
        /** @description The `nextCursor` of the page before. */
        Cursor: string;
        /** @description The contract. */
        DocumentId: components["schemas"]["Id"];
        /** @description The expense. */
        ExpenseId: components["schemas"]["Id"];
        /** @description From which day on it holds; whatever the day where it is left out. The answer says what holds on that day, or today. */
        From: components["schemas"]["Day"];
        /** @description Made by the client before its first try and kept for each retry. */
        IdempotencyKey: string;
        /** @description The `ETag` that is being replaced. */
        IfMatch: string;
        /** @description The `ETag` of what the decider has seen. Without it the answer is 428 `company.unseen`; for another version than the one that stands, 412 `company.precondition`. */
        IfMatchSeen: string;
        /** @description `*` where nothing may exist yet. */
        IfNoneMatch: "*";
        /** @description The invoice. */
        InvoiceId: components["schemas"]["Id"];
        /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
        Known: string;
        /** @description How many items a page holds. */
        Limit: string;
        /** @description The mission. */
        MissionId: components["schemas"]["Id"];
        /** @description A civil month. */
        Month: components["schemas"]["Month"];
        /** @description Only what is of the person with this address. */
        OfEmail: components["schemas"]["Email"];
        /** @description Only what is of this month. */
        OfMonth: components["schemas"]["Month"];
        /** @description The payslip. */
        PayslipId: components["schemas"]["Id"];
        /** @description The person. */
        PersonId: components["schemas"]["Id"];
        /** @description The porté's address. */
        PorteEmail: string;
        /** @description `respond-async` for an answer that does not wait (RFC 7240). */
        Prefer: string;
        /** @description The proposal. */
        ProposalId: components["schemas"]["Id"];
        /** @description The receipt. */
        ReceiptId: components["schemas"]["Id"];
        /** @description The report. */
        ReportId: components["schemas"]["Id"];
        /** @description The payroll run. */
        RunId: components["schemas"]["Id"];
        /** @description The hash of the whole receipt. */
        Sha256: string;
        /** @description Only what is of this month or a later one. */
        SinceMonth: components["schemas"]["Month"];
        /** @description The token. */
        TokenId: components["schemas"]["Id"];
        /** @description One of the month's payslips, by its identifier; the one that stands, without it. */
        Version: components["schemas"]["Id"];
    };
    requestBodies: never;
    headers: {
        /** @description The version of what is shown. */
        ETag: string;
        /** @description Seconds to wait. */
        RetryAfter: number;
        /** @description Where the run is followed. */
        RunLocation: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getAccount: {
        parameters: {
            query?: {
                /** @description The month to sum up; the current one when left out. */
                month?: components["schemas"]["Month"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    listAccountEntries: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
                /** @description Only what is of this month. */
                month?: components["parameters"]["OfMonth"];
                /** @description Only what is of this month or a later one. */
                since?: components["parameters"]["SinceMonth"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entries. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountEntryPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    listActivityReports: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
                /** @description Only what is of this month. */
                month?: components["parameters"]["OfMonth"];
                /** @description Only what is of this month or a later one. */
                since?: components["parameters"]["SinceMonth"];
                /** @description Only what is in this state. */
                state?: components["schemas"]["ReportState"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of reports. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityReportPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    getActivityReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path: {
                /** @description A civil month. */
                month: components["parameters"]["Month"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityReport"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    submitActivityReport: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The `ETag` that is being replaced. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description `*` where nothing may exist yet. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description A civil month. */
                month: components["parameters"]["Month"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivityReportSubmission"];
            };
        };
        responses: {
            /** @description The report as filed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getActivityReportPdf: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path: {
                /** @description A civil month. */
                month: components["parameters"]["Month"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    listReportVersions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path: {
                /** @description A civil month. */
                month: components["parameters"]["Month"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportVersions"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    withdrawActivityReport: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The `ETag` that is being replaced. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description A civil month. */
                month: components["parameters"]["Month"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report, withdrawn. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCompany: {
        parameters: {
            query?: {
                /** @description As it is on the last day of this month; today where it is left out. */
                month?: components["parameters"]["AsOfMonth"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The company. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    listContractDocuments: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of contracts. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractDocumentPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    getContractDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path: {
                /** @description The contract. */
                documentId: components["parameters"]["DocumentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contract. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractDocument"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    getContractDocumentPdf: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path: {
                /** @description The contract. */
                documentId: components["parameters"]["DocumentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    requestSigningLink: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The contract. */
                documentId: components["parameters"]["DocumentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where it is mailed to. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningLink"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description The number of an event; those after it are given, all that there are where it is left out. */
                cursor?: components["schemas"]["EventId"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    followEvents: {
        parameters: {
            query: {
                /** @description How long the stream may last, up to 600; 0 gives what there is and ends. */
                seconds: string;
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
                /** @description The number of the last event that is known; from now on where it is left out. */
                "Last-Event-ID"?: components["schemas"]["EventId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    listExpenses: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
                /** @description Only what is of this month. */
                month?: components["parameters"]["OfMonth"];
                /** @description Only what is of this month or a later one. */
                since?: components["parameters"]["SinceMonth"];
                /** @description Only what is in this state. */
                state?: components["schemas"]["ExpenseState"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of expenses. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpensePage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    submitExpense: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExpenseSubmission"];
            };
        };
        responses: {
            /** @description The expense. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Expense"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    answerExpense: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The expense. */
                expenseId: components["parameters"]["ExpenseId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExpenseAnswer"];
            };
        };
        responses: {
            /** @description The expense. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Expense"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listHistory: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of months. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedMonthPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    listInvoices: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
                /** @description Only what is of this month. */
                month?: components["parameters"]["OfMonth"];
                /** @description Only what is of this month or a later one. */
                since?: components["parameters"]["SinceMonth"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of invoices. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoicePage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    getInvoice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path: {
                /** @description The invoice. */
                invoiceId: components["parameters"]["InvoiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invoice. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    getInvoicePdf: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path: {
                /** @description The invoice. */
                invoiceId: components["parameters"]["InvoiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invoice, with what C. com., art. L441-9 and CGI, annexe II, art. 242 nonies A have it name. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    listLeave: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of leave. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeavePage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    listMissionProposals: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of proposals. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MissionProposalPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    listMissions: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of missions. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MissionPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    proposeMission: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MissionProposalSubmission"];
            };
        };
        responses: {
            /** @description The proposal. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MissionProposal"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    proposeAmendment: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The mission. */
                missionId: components["parameters"]["MissionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendmentSubmission"];
            };
        };
        responses: {
            /** @description The proposal. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MissionProposal"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listReportsToDecide: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
                /** @description Only what is of this month. */
                month?: components["parameters"]["OfMonth"];
                /** @description Only what is of this month or a later one. */
                since?: components["parameters"]["SinceMonth"];
                /** @description Only what is in this state. */
                state?: components["schemas"]["ReportState"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of reports with their owners. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedReportPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    getOwnedReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path: {
                /** @description The report. */
                reportId: components["parameters"]["ReportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedReport"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    decideReport: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The `ETag` of what the decider has seen. Without it the answer is 428 `company.unseen`; for another version than the one that stands, 412 `company.precondition`. */
                "If-Match": components["parameters"]["IfMatchSeen"];
            };
            path: {
                /** @description The report. */
                reportId: components["parameters"]["ReportId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Decision"];
            };
        };
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listAuditTrail: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
                /** @description Only what was done to this person's rows. */
                person?: components["parameters"]["AboutPerson"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of acts. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditTrailPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    recordClientContact: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientContactSubmission"];
            };
        };
        responses: {
            /** @description The contact. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientContact"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listClients: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of clients. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    recordClient: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The client. */
                clientId: components["parameters"]["ClientId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientChange"];
            };
        };
        responses: {
            /** @description The client. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedClient"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setCompany: {
        parameters: {
            query?: {
                /** @description From which day on it holds; whatever the day where it is left out. The answer says what holds on that day, or today. */
                from?: components["parameters"]["From"];
            };
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Company"];
            };
        };
        responses: {
            /** @description The company. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listOwnedDocuments: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only what is of the person with this address. */
                email?: components["parameters"]["OfEmail"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of contracts. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedDocumentPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    getOwnedDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path: {
                /** @description The contract. */
                documentId: components["parameters"]["DocumentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contract. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedDocument"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    getOwnedDocumentPdf: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path: {
                /** @description The contract. */
                documentId: components["parameters"]["DocumentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    sendContract: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The contract. */
                documentId: components["parameters"]["DocumentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendSubmission"];
            };
        };
        responses: {
            /** @description The contract. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedDocument"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    recordContractTerms: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContractTerms"];
            };
        };
        responses: {
            /** @description The company. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listContracts: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only what is of the person with this address. */
                email?: components["parameters"]["OfEmail"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
                /** @description As it is on the last day of this month; today where it is left out. */
                month?: components["parameters"]["AsOfMonth"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of contracts with their owners. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedContractPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    addContract: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContractSubmission"];
            };
        };
        responses: {
            /** @description The contract. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedContract"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endContract: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The person. */
                personId: components["parameters"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndSubmission"];
            };
        };
        responses: {
            /** @description The contract. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedContract"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    recordEstablishment: {
        parameters: {
            query?: {
                /** @description From which day on it holds; whatever the day where it is left out. The answer says what holds on that day, or today. */
                from?: components["parameters"]["From"];
            };
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Establishment"];
            };
        };
        responses: {
            /** @description The company. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listExpensesToDecide: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
                /** @description Only what is of this month. */
                month?: components["parameters"]["OfMonth"];
                /** @description Only what is of this month or a later one. */
                since?: components["parameters"]["SinceMonth"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of expenses with their owners. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedExpensePage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    getOwnedExpense: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path: {
                /** @description The expense. */
                expenseId: components["parameters"]["ExpenseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The expense. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedExpense"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    decideExpense: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The `ETag` of what the decider has seen. Without it the answer is 428 `company.unseen`; for another version than the one that stands, 412 `company.precondition`. */
                "If-Match": components["parameters"]["IfMatchSeen"];
            };
            path: {
                /** @description The expense. */
                expenseId: components["parameters"]["ExpenseId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Decision"];
            };
        };
        responses: {
            /** @description The expense. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedExpense"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    questionExpense: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The `ETag` of what the decider has seen. Without it the answer is 428 `company.unseen`; for another version than the one that stands, 412 `company.precondition`. */
                "If-Match": components["parameters"]["IfMatchSeen"];
            };
            path: {
                /** @description The expense. */
                expenseId: components["parameters"]["ExpenseId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExpenseQuestion"];
            };
        };
        responses: {
            /** @description The expense. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedExpense"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listAllInvoices: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
                /** @description Only what is of this month. */
                month?: components["parameters"]["OfMonth"];
                /** @description Only what is of this month or a later one. */
                since?: components["parameters"]["SinceMonth"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of invoices with their owners. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedInvoicePage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    issueInvoice: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvoiceSubmission"];
            };
        };
        responses: {
            /** @description The invoice. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedInvoice"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    cancelInvoice: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The `ETag` of what the decider has seen. Without it the answer is 428 `company.unseen`; for another version than the one that stands, 412 `company.precondition`. */
                "If-Match": components["parameters"]["IfMatchSeen"];
            };
            path: {
                /** @description The invoice. */
                invoiceId: components["parameters"]["InvoiceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvoiceCancellation"];
            };
        };
        responses: {
            /** @description The invoice. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedInvoice"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getOwnedInvoicePdf: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path: {
                /** @description The invoice. */
                invoiceId: components["parameters"]["InvoiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invoice, with what C. com., art. L441-9 and CGI, annexe II, art. 242 nonies A have it name. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    remindInvoice: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The invoice. */
                invoiceId: components["parameters"]["InvoiceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderSubmission"];
            };
        };
        responses: {
            /** @description The invoice. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedInvoice"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setInvoicing: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Invoicing"];
            };
        };
        responses: {
            /** @description The company. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    recordLeave: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveSubmission"];
            };
        };
        responses: {
            /** @description The leave. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Leave"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listProposalsToDecide: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of proposals. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedProposalPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    getOwnedProposal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path: {
                /** @description The proposal. */
                proposalId: components["parameters"]["ProposalId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proposal. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedProposal"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    decideProposal: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The `ETag` of what the decider has seen. Without it the answer is 428 `company.unseen`; for another version than the one that stands, 412 `company.precondition`. */
                "If-Match": components["parameters"]["IfMatchSeen"];
            };
            path: {
                /** @description The proposal. */
                proposalId: components["parameters"]["ProposalId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Decision"];
            };
        };
        responses: {
            /** @description The proposal. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedProposal"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listAllMissions: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only what is of the person with this address. */
                email?: components["parameters"]["OfEmail"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of missions with their owners. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedMissionPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    addMission: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MissionSubmission"];
            };
        };
        responses: {
            /** @description The mission. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedMission"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    drawContracts: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The mission. */
                missionId: components["parameters"]["MissionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawSubmission"];
            };
        };
        responses: {
            /** @description The contracts. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawnContracts"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endMission: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The mission. */
                missionId: components["parameters"]["MissionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndSubmission"];
            };
        };
        responses: {
            /** @description The mission. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedMission"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listPayments: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
                /** @description Only what is of this month. */
                month?: components["parameters"]["OfMonth"];
                /** @description Only what is of this month or a later one. */
                since?: components["parameters"]["SinceMonth"];
                /** @description Only what is in this state. */
                state?: components["schemas"]["PaymentState"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of payments with their owners. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedPaymentPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    recordPayment: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentSubmission"];
            };
        };
        responses: {
            /** @description What was posted. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reversePayment: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The payment. */
                paymentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reversal"];
            };
        };
        responses: {
            /** @description What was taken back. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentReversal"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setPayrollProfile: {
        parameters: {
            query?: {
                /** @description From which day on it holds; whatever the day where it is left out. The answer says what holds on that day, or today. */
                from?: components["parameters"]["From"];
            };
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayrollProfile"];
            };
        };
        responses: {
            /** @description The company's profile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listPayrollRuns: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
                /** @description Only what is of this month. */
                month?: components["parameters"]["OfMonth"];
                /** @description Only what is of this month or a later one. */
                since?: components["parameters"]["SinceMonth"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of runs. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayrollRunPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    runPayroll: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description `respond-async` for an answer that does not wait (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayrollRunRequest"];
            };
        };
        responses: {
            /** @description What was paid and what was not. */
            201: {
                headers: {
                    Location: components["headers"]["RunLocation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayrollRun"];
                };
            };
            /** @description The run goes on; only where `Prefer: respond-async` was said. */
            202: {
                headers: {
                    Location: components["headers"]["RunLocation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayrollRunState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPayrollRun: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path: {
                /** @description The payroll run. */
                runId: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayrollRunResults"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    resumePayrollRun: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The payroll run. */
                runId: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run goes on; nothing changes for one that has ended. */
            202: {
                headers: {
                    Location: components["headers"]["RunLocation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayrollRunState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    recordPayslipMentions: {
        parameters: {
            query?: {
                /** @description From which day on it holds; whatever the day where it is left out. The answer says what holds on that day, or today. */
                from?: components["parameters"]["From"];
            };
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayslipMentionsSubmission"];
            };
        };
        responses: {
            /** @description The contract. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmploymentContract"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listPortePayslips: {
        parameters: {
            query: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
                /** @description Only what is of this month. */
                month?: components["parameters"]["OfMonth"];
                /** @description The porté's address. */
                porteEmail: components["parameters"]["PorteEmail"];
                /** @description Only what is of this month or a later one. */
                since?: components["parameters"]["SinceMonth"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of payslips. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptPayslipPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    getPortePayslip: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path: {
                /** @description The payslip. */
                payslipId: components["parameters"]["PayslipId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payslip. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payslip"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    recomputePayslip: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path: {
                /** @description The payslip. */
                payslipId: components["parameters"]["PayslipId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payslip as it is worked out now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayslipRecomputation"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    reversePayslip: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The payslip. */
                payslipId: components["parameters"]["PayslipId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayslipReversalRequest"];
            };
        };
        responses: {
            /** @description What was reversed. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayslipReversal"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listPeople: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only what is of the person with this address. */
                email?: components["parameters"]["OfEmail"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of people. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    addPerson: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonSubmission"];
            };
        };
        responses: {
            /** @description The person. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endPerson: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The person. */
                personId: components["parameters"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The person. */
                personId: components["parameters"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was erased and what is kept with its reason. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path: {
                /** @description The person. */
                personId: components["parameters"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The data by table. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonExport"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    listPersonHistory: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path: {
                /** @description The person. */
                personId: components["parameters"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of months. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedMonthPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    importMonth: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The person. */
                personId: components["parameters"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportedMonthSubmission"];
            };
        };
        responses: {
            /** @description The month. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedMonth"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    importPaper: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The person. */
                personId: components["parameters"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description PDF, JPEG, PNG or WebP, judged by content, at most 10 MiB. */
                    file: string;
                };
            };
        };
        responses: {
            /** @description The paper. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setPassword: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The person. */
                personId: components["parameters"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordSubmission"];
            };
        };
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setStaffRole: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The person. */
                personId: components["parameters"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffRoleSubmission"];
            };
        };
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listTokens: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only what is of the person with this address. */
                email?: components["parameters"]["OfEmail"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tokens. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    addToken: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenSubmission"];
            };
        };
        responses: {
            /** @description The token. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endToken: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The token. */
                tokenId: components["parameters"]["TokenId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    recordWorkingTime: {
        parameters: {
            query?: {
                /** @description From which day on it holds; whatever the day where it is left out. The answer says what holds on that day, or today. */
                from?: components["parameters"]["From"];
            };
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkingTimeSubmission"];
            };
        };
        responses: {
            /** @description The contract. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmploymentContract"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getOverview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state of things. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    listOwnPayments: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
                /** @description Only what is of this month. */
                month?: components["parameters"]["OfMonth"];
                /** @description Only what is of this month or a later one. */
                since?: components["parameters"]["SinceMonth"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of payments. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientPaymentPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    listPayslips: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page holds. */
                limit?: components["parameters"]["Limit"];
                /** @description Only what is of this month. */
                month?: components["parameters"]["OfMonth"];
                /** @description Only what is of this month or a later one. */
                since?: components["parameters"]["SinceMonth"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of payslips. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayslipPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    getPayslip: {
        parameters: {
            query?: {
                /** @description One of the month's payslips, by its identifier; the one that stands, without it. */
                payslipId?: components["parameters"]["Version"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path: {
                /** @description A civil month. */
                month: components["parameters"]["Month"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payslip. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payslip"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    getPayslipPdf: {
        parameters: {
            query?: {
                /** @description The model compulsory from January 2027, which may be used before. */
                model?: "2027";
                /** @description One of the month's payslips, by its identifier; the one that stands, without it. */
                payslipId?: components["parameters"]["Version"];
            };
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path: {
                /** @description A civil month. */
                month: components["parameters"]["Month"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    listReceiptKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JSON Web Key Set of Ed25519 keys. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptKeys"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    startReceiptUpload: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The hash of the whole receipt. */
                sha256: components["parameters"]["Sha256"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiptUploadStart"];
            };
        };
        responses: {
            /** @description The upload. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptUpload"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    continueReceiptUpload: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The place of its first byte. */
                "Upload-Offset": string;
            };
            path: {
                /** @description The hash of the whole receipt. */
                sha256: components["parameters"]["Sha256"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description The upload. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptUpload"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    uploadReceipt: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client before its first try and kept for each retry. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description PDF, JPEG, PNG or WebP, judged by content, at most 10 MiB. */
                    file: string;
                };
            };
        };
        responses: {
            /** @description The receipt. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getReceiptContent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path: {
                /** @description The receipt. */
                receiptId: components["parameters"]["ReceiptId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The receipt's bytes. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    getService: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is still at hand: where it would be the same, it is not sent again. */
                "If-None-Match"?: components["parameters"]["Known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
}
