import type { Day } from "./calendar.ts";
import { type LegalText, legalText } from "./dated.ts";

/** The last day for which every row of the domain was checked. */
export const CHECKED_UNTIL: Day = "2026-12-31";

const LEGIFRANCE = "https://www.legifrance.gouv.fr";

/** The order of 20 December 2002 on professional expenses, whose amounts Urssaf publishes each 1 January. */
export const EXPENSE_ORDER_2002 = (article: string): LegalText =>
  legalText(
    `arrêté du 20 décembre 2002, ${article}, montants revalorisés chaque 1er janvier (Urssaf, frais professionnels)`,
    "2002-12-20",
    "2002-12-27",
    `${LEGIFRANCE}/jorf/id/JORFTEXT000000782916`,
  );

/** The order of 4 September 2025, which takes its place. */
export const EXPENSE_ORDER_2025 = (article: string): LegalText =>
  legalText(
    `arrêté du 4 septembre 2025, ${article}, montants revalorisés chaque 1er janvier (Urssaf, frais professionnels)`,
    "2025-09-04",
    "2025-09-06",
    `${LEGIFRANCE}/loda/id/JORFTEXT000052198430/2026-05-09`,
  );

/** The scale by the kilometre, taken up again without a change until 2026. */
export const MILEAGE_ORDER = legalText(
  "arrêté du 27 mars 2023 (CGI, annexe IV, art. 6 B), repris sans changement jusqu'en 2026",
  "2023-03-27",
  "2023-04-07",
  `${LEGIFRANCE}/jorf/id/JORFTEXT000047416556`,
);

/** The tax that is never got back: annex II of the tax code, rewritten from 2008 on by the decree of 16 April 2007. */
export const VAT_DEDUCTION_DECREE = (item: string): LegalText =>
  legalText(
    `CGI, annexe II, art. 206, IV-2, ${item}`,
    "2007-04-16",
    null,
    `${LEGIFRANCE}/loda/id/JORFTEXT000000795901`,
  );

/** The rates of the tax from 2014 on: the corrective finance law of 2012. */
export const VAT_LAW_2012 = (articles: string): LegalText =>
  legalText(`CGI, ${articles}`, "2012-12-29", "2012-12-30", `${LEGIFRANCE}/jorf/id/JORFTEXT000026857857`);

export const VAT_LAW_1982 = legalText(
  "CGI, art. 278-0 bis",
  "1982-06-28",
  "1982-06-29",
  `${LEGIFRANCE}/affichTexte.do?cidTexte=JORFTEXT000000691740`,
);
export const VAT_LAW_1985 = legalText(
  "CGI, art. 281 quater à 281 nonies",
  "1985-12-30",
  "1985-12-31",
  `${LEGIFRANCE}/affichTexte.do?cidTexte=JORFTEXT000000878230`,
);
export const VAT_OVERSEAS = legalText("CGI, art. 296 (Guadeloupe, Martinique, La Réunion)", null);

/** An article of the labour code as the law of 8 August 2016 wrote it, by its number and its place on Légifrance. */
export const LABOUR_2016 = (article: string, place: string): LegalText =>
  legalText(
    `art. ${article} du code du travail`,
    "2016-08-08",
    "2016-08-09",
    `${LEGIFRANCE}/codes/article_lc/${place}`,
  );

/** The articles of the labour code on weekly rest, as the ordinance of 12 March 2007 numbers them. */
export const WEEKLY_REST_ARTICLES = legalText(
  "art. L3132-1 et L3132-2 du code du travail",
  "2007-03-12",
  "2007-03-13",
  `${LEGIFRANCE}/codes/article_lc/LEGIARTI000006902581`,
);

/** What the agreement of the branch (IDCC 3219) says of forfait jours; extended by the order of 28 April 2017. */
export const AGREEMENT_FORFAIT = (article: string): LegalText =>
  legalText(
    `${article} de la convention collective du portage salarial (IDCC 3219)`,
    "2017-03-22",
    "2017-04-30",
    `${LEGIFRANCE}/conv_coll/article/KALIARTI000035184832`,
  );

/** Article 3 of amendment 4 to the agreement, on the activity report; extended by the order of 16 October 2019. */
export const AMENDMENT_4 = legalText(
  "art. 3 de l'avenant n° 4 à la convention collective du portage salarial (IDCC 3219)",
  "2018-09-17",
  "2019-10-23",
  `${LEGIFRANCE}/conv_coll/article/KALIARTI000038268711`,
);

/** An article of the labour code on portage, as the order of 2 April 2015 wrote it, by its number and its place on Légifrance. */
export const CONTRACT_ARTICLE = (article: string, place: string): LegalText =>
  legalText(
    `C. trav., art. ${article} ; ordonnance n° 2015-380`,
    "2015-04-02",
    "2015-04-03",
    `${LEGIFRANCE}/codes/${place}`,
  );

/** The same, read in the order itself. */
export const CONTRACT_ORDER = (article: string): LegalText =>
  legalText(
    `C. trav., art. ${article} ; ordonnance n° 2015-380`,
    "2015-04-02",
    "2015-04-03",
    `${LEGIFRANCE}/jorf/id/JORFTEXT000030431093`,
  );

/** An article of the agreement of the branch, by its days and its place on Légifrance. */
export const PORTAGE_AGREEMENT = (
  article: string,
  { of, published, place }: { readonly of: Day; readonly published: Day; readonly place: string },
): LegalText =>
  legalText(
    `${article} de la convention collective du portage salarial (IDCC 3219)`,
    of,
    published,
    `${LEGIFRANCE}/${place}`,
  );

/** Amendment 9 to the agreement, on the place of work and travel; extended by the order of 1 April 2022. */
export const AMENDMENT_9 = legalText(
  "art. 23 de la convention collective du portage salarial (IDCC 3219), avenant n° 9",
  "2020-11-12",
  "2022-04-08",
  `${LEGIFRANCE}/conv_coll/id/KALITEXT000043458317/?idConteneur=KALICONT000035326397&origin=list`,
);

const TAX_ARTICLE_81 = `${LEGIFRANCE}/codes/article_lc/LEGIARTI000048600731`;

/** The exemption of the employer's share of a meal voucher, raised each 1 January. */
export const MEAL_VOUCHERS_2024 = legalText("CGI, art. 81, 19°", null, null, `${TAX_ARTICLE_81}/2025-01-01`);
export const MEAL_VOUCHERS_2025 = legalText("CGI, art. 81, 19°", null, null, `${TAX_ARTICLE_81}/2026-01-01`);
export const MEAL_VOUCHERS_2026 = legalText(
  "CGI, art. 81, 19° ; décret n° 2026-562",
  "2026-06-29",
  null,
  `${LEGIFRANCE}/jorf/id/JORFTEXT000054341109`,
);
