import type { Day } from "../../domain/calendar.ts";
import type { Dated, LegalText, Step } from "../../domain/dated.ts";
import { percent } from "../../domain/money.ts";
import type { Contribution } from "../contribution.ts";
import {
  AGIRC_ARRCO,
  agreementArticle,
  agreementText,
  article,
  CHECKED_UNTIL,
  DECREE_2023_1329,
  journalArticle,
  LAW_2018_771,
  text,
} from "./texts.ts";

const dated = (name: string, steps: readonly Step<number>[]): Dated<number> => ({
  name,
  unit: "ppm",
  checkedUntil: CHECKED_UNTIL,
  steps,
});
const since = (from: Day, rate: string, law: LegalText): Step<number> => ({ from, value: percent(rate), text: law });
/** A rate with one step in the years known here. */
const inForce = (name: string, from: Day, rate: string, law: LegalText): Dated<number> =>
  dated(name, [since(from, rate, law)]);

const PACTE = (changed: string, link: string) =>
  text(`${changed} ; loi n° 2019-486 (Pacte)`, "2019-05-22", "2019-05-23", link);
const OLD_AGE_2014 = text(
  "CSS, art. D. 242-4 ; décret n° 2014-1531",
  "2014-12-17",
  "2014-12-19",
  article("000029924557"),
);
/** The rate is that of amendment 5 to the convention of 1966; no day of publication was read. */
const APEC = text(
  "Convention Apec du 18 novembre 1966, avenant n° 5 du 17 novembre 1975 ; circulaire Agirc 2010-5-DF ; ANI relatif à l'Apec",
  "2011-07-12",
  null,
  "https://www.agirc-arrco.fr/storage/CirculaireAgircArrco2025-16sg-drj.pdf",
);
const AGIRC_ARRCO_RATES = AGIRC_ARRCO("art. 35", agreementArticle("000036731898"));
const CEG = AGIRC_ARRCO("art. 37 et 38", agreementArticle("000036731900"));
const CET = AGIRC_ARRCO("contribution d'équilibre technique", agreementText("000036731682"));
const PROVIDENT_OF_CADRES = text(
  "ANI relatif à la prévoyance des cadres, art. 1",
  "2017-11-17",
  "2018-08-14",
  agreementText("000036732007"),
);
/** The law that ended the reduced rates of health and family. */
const END_OF_REDUCED_RATES = (changed: string) =>
  text(`${changed} ; art. 18 de la loi n° 2025-199`, "2025-02-28", "2025-02-28", journalArticle("000051269563"));
const FAMILY_2026 = text(
  "CSS, art. D. 241-3-1 ; loi n° 2025-199, art. 18 ; décret n° 2025-887",
  "2025-09-04",
  "2025-09-05",
  article("000052196883"),
);
const PROVIDENT_OF_BRANCH = text(
  "Pour un cadre, au moins 1,50 % de la tranche 1 par l'employeur (ANI du 17/11/2017) ; CCN IDCC 3219, art. 12 à 15 de l'accord relatif à la protection sociale complémentaire",
  "2020-11-12",
  "2023-10-04",
  agreementText("000043458253"),
);
const BRANCH_TRAINING = text(
  "CCN IDCC 3219, art. 36 ; avenant n° 10",
  "2020-12-15",
  "2021-07-16",
  agreementArticle("000043477274"),
);
const branchTraining = (name: string, rate: string): Dated<number> =>
  dated(name, [since("2021-01-01", rate, BRANCH_TRAINING)]);
const APPRENTICE_EXTRA = text(
  "C. trav., art. L. 6242-1, IV et VI (contribution supplémentaire à l'apprentissage) ; ordonnance n° 2021-797",
  "2021-06-23",
  "2021-06-24",
  article("000048839886"),
);

const HEALTH_EMPLOYER = dated("health.employer", [
  since(
    "2024-01-01",
    "7",
    DECREE_2023_1329("CSS, art. L. 241-2-1 (6 points de moins que D. 242-3) et D. 241-1-2", article("000048684728")),
  ),
  since("2026-01-01", "13", END_OF_REDUCED_RATES("CSS, art. D. 242-3")),
]);
/** What the full health rate adds to the reduced one, above its limit. */
const HEALTH_COMPLEMENT = dated("health.complement", [
  since("2024-01-01", "6", DECREE_2023_1329("CSS, art. L. 241-2-1 et D. 241-1-2", article("000048807182"))),
  since("2026-01-01", "0", END_OF_REDUCED_RATES("CSS, art. L. 241-2-1 abrogé")),
]);
const HEALTH = {
  code: "health",
  section: "health",
  base: "gross",
  employer: HEALTH_EMPLOYER,
  complement: { base: "grossAboveHealthLimit", employer: HEALTH_COMPLEMENT },
} as const;

/** Contributions for health, accidents, family and unemployment. */
const SECURITY: readonly Contribution[] = [
  { ...HEALTH, when: { alsaceMoselle: false } },
  {
    ...HEALTH,
    when: { alsaceMoselle: true },
    employee: inForce(
      "health.alsaceMoselle",
      "2022-04-01",
      "1.3",
      text(
        "CSS, art. L. 242-13 et D. 325-4, 5° ; décision du conseil d'administration du régime local d'assurance maladie d'Alsace-Moselle",
        "2021-12-16",
        null,
        article("000048701086"),
      ),
    ),
  },
  {
    code: "provident",
    section: "health",
    base: "t1",
    when: { branch: "none" },
    employer: "providentPpm",
    employee: "providentEmployeePpm",
    text: PROVIDENT_OF_CADRES,
  },
  {
    code: "provident",
    section: "health",
    origin: "branch",
    base: "t1",
    when: { branch: "3219" },
    employer: "providentPpm",
    employee: "providentEmployeePpm",
    text: PROVIDENT_OF_BRANCH,
  },
  {
    code: "providentT2",
    section: "health",
    origin: "branch",
    base: "t2",
    when: { branch: "3219" },
    employer: "providentT2Ppm",
    employee: "providentT2EmployeePpm",
    text: PROVIDENT_OF_BRANCH,
  },
  {
    code: "healthPlan",
    section: "health",
    base: "healthPlan",
    employer: "healthPlanEmployerPpm",
    employee: "healthPlanEmployeePpm",
    text: text(
      "Contrat de la société ; CSS, art. L. 911-7 ; loi n° 2013-504",
      "2013-06-14",
      "2013-06-16",
      article("000031686110"),
    ),
  },
  {
    code: "workAccident",
    section: "workAccident",
    base: "gross",
    employer: "workAccidentPpm",
    text: text("CSS, art. L. 242-5 ; taux notifié à la société", null, "2025-12-31", article("000053282379")),
  },
  {
    code: "family",
    section: "family",
    base: "gross",
    employer: dated("family", [
      since(
        "2024-01-01",
        "3.45",
        DECREE_2023_1329("CSS, art. L. 241-6-1 (1,8 point de moins) et D. 241-3-2", article("000048852528")),
      ),
      since("2026-01-01", "5.25", FAMILY_2026),
    ]),
    complement: {
      base: "grossAboveFamilyLimit",
      employer: dated("family.complement", [
        since("2024-01-01", "1.80", DECREE_2023_1329("CSS, art. L. 241-6-1 et D. 241-3-2", article("000048852528"))),
        since("2026-01-01", "0", FAMILY_2026),
      ]),
    },
  },
  {
    code: "unemployment",
    section: "unemployment",
    base: "t4",
    employer: dated("unemployment", [
      since(
        "2019-11-01",
        "4.05",
        text(
          "Annexe A, art. 50, du décret n° 2019-797",
          "2019-07-26",
          "2019-07-28",
          "https://www.legifrance.gouv.fr/loda/id/JORFTEXT000038829574",
        ),
      ),
      since(
        "2025-05-01",
        "4.00",
        text(
          "Convention du 15 novembre 2024 relative à l'assurance chômage, agréée par arrêté",
          "2024-12-19",
          "2024-12-20",
          "https://www.legifrance.gouv.fr/loda/id/JORFTEXT000050797861/",
        ),
      ),
    ]),
  },
  {
    code: "ags",
    section: "unemployment",
    base: "t4",
    employer: dated("ags", [
      since(
        "2024-01-01",
        "0.20",
        text(
          "C. trav., art. L. 3253-18 ; décision du conseil d'administration de l'AGS",
          "2023-11-27",
          null,
          "https://www.ags-garantie-salaires.org/files/ags-theme/ags/2023/CP%20AGS%20Taux%20de%20cotisation%20AGS%200,20.pdf",
        ),
      ),
      since(
        "2024-07-01",
        "0.25",
        text(
          "C. trav., art. L. 3253-18 ; décision du conseil d'administration de l'AGS, communiqué",
          "2024-06-18",
          null,
          "https://www.urssaf.fr/accueil/employeur/cotisations/liste-cotisations/assurance-chomage-ags.html",
        ),
      ),
    ]),
  },
  {
    code: "apec",
    section: "unemployment",
    base: "t4",
    when: { category: "cadre" },
    employer: inForce("apec.employer", "2011-01-01", "0.036", APEC),
    employee: inForce("apec.employee", "2011-01-01", "0.024", APEC),
  },
];

/** Contributions for the basic and supplementary pensions. */
const RETIREMENT: readonly Contribution[] = [
  {
    code: "oldAgeCapped",
    section: "retirement",
    base: "t1",
    employer: inForce("oldAgeCapped.employer", "2016-01-01", "8.55", OLD_AGE_2014),
    employee: inForce("oldAgeCapped.employee", "2016-01-01", "6.90", OLD_AGE_2014),
  },
  {
    code: "oldAgeUncapped",
    section: "retirement",
    base: "gross",
    employer: dated("oldAgeUncapped.employer", [
      since("2024-01-01", "2.02", DECREE_2023_1329("CSS, art. D. 242-4", article("000048852488"))),
      since(
        "2026-01-01",
        "2.11",
        text("CSS, art. D. 242-4 ; décret n° 2025-1446", "2025-12-31", "2026-01-01", article("000053302465")),
      ),
    ]),
    employee: inForce("oldAgeUncapped.employee", "2017-01-01", "0.40", OLD_AGE_2014),
  },
  {
    code: "supplementaryPensionT1",
    section: "retirement",
    base: "t1",
    employer: inForce("supplementaryPensionT1.employer", "2019-01-01", "4.72", AGIRC_ARRCO_RATES),
    employee: inForce("supplementaryPensionT1.employee", "2019-01-01", "3.15", AGIRC_ARRCO_RATES),
  },
  {
    code: "supplementaryPensionT2",
    section: "retirement",
    base: "t2",
    employer: inForce("supplementaryPensionT2.employer", "2019-01-01", "12.95", AGIRC_ARRCO_RATES),
    employee: inForce("supplementaryPensionT2.employee", "2019-01-01", "8.64", AGIRC_ARRCO_RATES),
  },
  {
    code: "cegT1",
    section: "retirement",
    base: "t1",
    employer: inForce("cegT1.employer", "2019-01-01", "1.29", CEG),
    employee: inForce("cegT1.employee", "2019-01-01", "0.86", CEG),
  },
  {
    code: "cegT2",
    section: "retirement",
    base: "t2",
    employer: inForce("cegT2.employer", "2019-01-01", "1.62", CEG),
    employee: inForce("cegT2.employee", "2019-01-01", "1.08", CEG),
  },
  {
    code: "cet",
    section: "retirement",
    base: "t8AbovePmss",
    employer: inForce("cet.employer", "2019-01-01", "0.21", CET),
    employee: inForce("cet.employee", "2019-01-01", "0.14", CET),
  },
];

/** The extra apprenticeship contribution by share of apprentices; the highest rate where the headcount exceeds 2 000 (C. trav., art. L. 6242-1, IV): from, under, rate, and rate in Alsace-Moselle (52 % of it). */
const EXTRA_STEPS = [
  {
    name: "under1.250",
    from: 0,
    under: 10_000,
    headcountFrom: 250,
    headcountUnder: 2_001,
    rate: "0.4",
    alsace: "0.208",
  },
  { name: "under1.2001", from: 0, under: 10_000, headcountFrom: 2_001, rate: "0.6", alsace: "0.312" },
  { name: "under2", from: 10_000, under: 20_000, headcountFrom: 250, rate: "0.2", alsace: "0.104" },
  { name: "under3", from: 20_000, under: 30_000, headcountFrom: 250, rate: "0.1", alsace: "0.052" },
  { name: "under5", from: 30_000, under: 50_000, headcountFrom: 250, rate: "0.05", alsace: "0.026" },
] as const;

const EXTRA_APPRENTICESHIP: readonly Contribution[] = EXTRA_STEPS.flatMap(
  ({ name, from, under, rate, alsace, ...headcounts }) =>
    [false, true].map(
      (alsaceMoselle): Contribution => ({
        code: "apprenticeshipExtra",
        section: "other",
        base: "gross",
        when: { ...headcounts, alsaceMoselle, apprenticeShareFromPpm: from, apprenticeShareUnderPpm: under },
        employer: inForce(
          `apprenticeshipExtra.${name}${alsaceMoselle ? ".alsaceMoselle" : ""}`,
          "2022-01-01",
          alsaceMoselle ? alsace : rate,
          APPRENTICE_EXTRA,
        ),
      }),
    ),
);

/** Contributions that only the employer owes, beside the insurances. */
const OTHER: readonly Contribution[] = [
  {
    code: "csa",
    section: "other",
    base: "gross",
    employer: inForce(
      "csa",
      "2004-07-01",
      "0.30",
      text(
        "CSS, art. L. 137-40 (avant 2021 : loi n° 2004-626, art. 11) ; art. 32 de la loi n° 2020-1576",
        "2020-12-14",
        "2020-12-15",
        article("000042675240"),
      ),
    ),
  },
  {
    code: "fnal",
    section: "other",
    base: "gross",
    when: { headcountFrom: 50 },
    employer: inForce("fnal.50", "2020-01-01", "0.5", PACTE("CCH, art. L. 813-5", article("000038839912"))),
  },
  {
    code: "fnal",
    section: "other",
    base: "t1",
    when: { headcountUnder: 50 },
    employer: inForce("fnal.under50", "2020-01-01", "0.1", PACTE("CCH, art. L. 813-5", article("000038839912"))),
  },
  {
    code: "training",
    section: "other",
    base: "gross",
    when: { headcountFrom: 11 },
    employer: inForce("training.11", "2019-01-01", "1", LAW_2018_771("L. 6331-3", article("000044981918"))),
  },
  {
    code: "training",
    section: "other",
    base: "gross",
    when: { headcountUnder: 11 },
    employer: inForce("training.under11", "2019-01-01", "0.55", LAW_2018_771("L. 6331-1", article("000044981927"))),
  },
  {
    code: "trainingBranch",
    section: "other",
    origin: "branch",
    base: "gross",
    when: { branch: "3219", headcountFrom: 11 },
    employer: branchTraining("trainingBranch.11", "0.60"),
  },
  {
    code: "trainingBranch",
    section: "other",
    origin: "branch",
    base: "gross",
    when: { branch: "3219", headcountUnder: 11 },
    employer: branchTraining("trainingBranch.under11", "1.05"),
  },
  {
    code: "cpfFixedTerm",
    section: "other",
    base: "gross",
    when: { contract: "cdd" },
    employer: inForce("cpfFixedTerm", "2019-01-01", "1", LAW_2018_771("L. 6331-6", article("000043701735"))),
  },
  {
    code: "apprenticeship",
    section: "other",
    base: "gross",
    when: { alsaceMoselle: false },
    employer: inForce("apprenticeship", "2020-01-01", "0.68", LAW_2018_771("L. 6241-1-1, II", article("000051227941"))),
  },
  {
    code: "apprenticeship",
    section: "other",
    base: "gross",
    when: { alsaceMoselle: true },
    employer: inForce(
      "apprenticeship.alsaceMoselle",
      "2020-01-01",
      "0.44",
      LAW_2018_771("L. 6241-1-1, II, al. 2", article("000051227941")),
    ),
  },
  ...EXTRA_APPRENTICESHIP,
  {
    code: "housing",
    section: "other",
    base: "gross",
    when: { headcountFrom: 50 },
    employer: inForce("housing", "2020-01-01", "0.45", PACTE("CCH, art. L. 313-1", article("000038610274"))),
  },
  {
    code: "socialDialogue",
    section: "other",
    base: "gross",
    employer: inForce(
      "socialDialogue",
      "2015-01-01",
      "0.016",
      text(
        "C. trav., art. L. 2135-15-1 (assiette) et D. 2135-34 ; décret n° 2014-1718",
        "2014-12-30",
        "2014-12-31",
        article("000030190792"),
      ),
    ),
  },
  {
    code: "socialDialogueBranch",
    section: "other",
    origin: "branch",
    base: "gross",
    when: { branch: "3219" },
    employer: inForce(
      "socialDialogueBranch",
      "2020-03-01",
      "0.01",
      text("CCN IDCC 3219, avenant n° 5, art. 2", "2018-11-26", "2020-02-25", agreementArticle("000038330668")),
    ),
  },
  {
    code: "mobility",
    section: "other",
    base: "gross",
    when: { headcountFrom: 11 },
    employer: "mobilityPpm",
    text: text(
      "CGCT, art. L. 2333-64 et L. 2531-2 ; taux de la commune",
      null,
      null,
      "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000031843605/2016-01-01",
    ),
  },
  {
    code: "socialLevy",
    section: "other",
    base: "employerCover",
    when: { headcountFrom: 11 },
    employer: inForce(
      "socialLevy",
      "2012-08-01",
      "8",
      text("CSS, art. L. 137-15 et L. 137-16 ; loi n° 2012-958", "2012-08-16", null, article("000044626637")),
    ),
  },
];

/** The taxes on pay that the employee alone bears. */
const CSG: readonly Contribution[] = [
  {
    code: "csgDeductible",
    section: "csg",
    base: "csg",
    employee: inForce(
      "csgDeductible",
      "2018-01-01",
      "6.8",
      text(
        "CSS, art. L. 136-2 et L. 136-8 (loi n° 2017-1836) ; CGI, art. 154 quinquies ; art. 67 de la loi n° 2017-1837",
        "2017-12-30",
        "2017-12-31",
        "https://www.legifrance.gouv.fr/codes/id/LEGIARTI000036431149/2018-01-01/",
      ),
    ),
  },
  {
    code: "csgCrdsNonDeductible",
    section: "csg",
    base: "csg",
    employee: inForce(
      "csgCrdsNonDeductible",
      "2018-01-01",
      "2.9",
      text(
        "CSS, art. L. 136-8, I, 1° ; ordonnance n° 96-50, art. 14 ; art. 8 de la loi n° 2017-1836",
        "2017-12-30",
        "2017-12-31",
        article("000053278668"),
      ),
    ),
  },
];

/** Every contribution on pay, in the order of the payslip. */
export const CONTRIBUTIONS: readonly Contribution[] = [...SECURITY, ...RETIREMENT, ...OTHER, ...CSG];
