import type { ReportProblem } from "../errors/activity.ts";
import type { FailureCode, Failures, Problem } from "../errors.ts";
import { de } from "./elision.ts";
import { frenchFormat as f } from "./format.ts";
import { lacking, lawExpected } from "./fr-law.ts";
import { frenchMachine } from "./fr-machine.ts";
import { frenchForm as form } from "./plural.ts";
import { tellProblem } from "./tell.ts";

/** A failure's sentences: what happened and why, then what to do. */
export interface Told {
  readonly what: string;
  readonly hint?: string;
}

export type FailureWords = { readonly [Code in FailureCode]: (facts: Failures[Code]) => Told };

const list = (items: readonly string[]) => items.join(", ");
const size = (bytes: number) => `${(bytes / 1_048_576).toFixed(1).replace(".", ",")} Mio`;
const money = (plain: string) => f.euros(Math.round(Number(plain) * 100));
const day = (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) ? f.day(text) : text);
const month = (text: string) => (/^\d{4}-\d\d$/.test(text) ? f.month(text) : text);

/** A day, a month, or any other text. */
const when = (text: string) => month(day(text));

const situationNames: Readonly<Record<string, string>> = {
  payDate: "Jour du versement",
  presentDays: "Jours de présence",
  workTime: "Temps de travail",
  paidShare: "Part du mois payée",
  forfaitDays: "Jours du forfait",
  fullPay: "Salaire du mois entier",
};

const problems: { readonly [Code in ReportProblem["code"]]: (problem: ReportProblem) => string } = {
  day_over_one: ({ value }) => `${value.replace(".", ",")} jour déclaré, au plus 1`,
  unknown_mission: ({ value }) => `mission « ${value} » inconnue`,
  outside_mission: ({ value }) => `hors des dates de la mission ${value}`,
  outside_month: ({ value }) => `n'est pas dans le mois ${de(month(value))}`,
  repeated_day: () => "jour donné deux fois",
  parts: ({ value }) => `parts de la journée : ${value.replace(".", ",")}, il faut un demi-jour ou un jour entier`,
  unknown_code: ({ value }) => `code projet « ${value} » inconnu de la mission`,
  hours_missing: () => "le contrat compte des heures, et il en manque",
  times: ({ value }) => `heures de début et de fin « ${value} » : la fin doit suivre le début`,
  hours_over_day: ({ value }) => `${value.replace(".", ",")} heures, au plus 24`,
  confirm_rest_day: () => "dimanche, samedi ou jour férié : à confirmer par --rest-days",
};

const tableFormats = {
  xls: "un classeur Excel d'avant 2007, ou protégé par un mot de passe",
  pdf: "un PDF",
  html: "une page web, même sous le nom .xls",
  picture: "une image",
  empty: "il est vide",
  workbook: "un classeur endommagé, trop grand, ou d'un autre format qu'XLSX",
};

const importExpected = {
  ics: "un calendrier",
  csv: "une ligne CSV aux guillemets fermés",
  json: "un rapport ou un export JSON",
  instant: "une date et une heure",
  known: "un format connu",
};

const expected = {
  return: "aller simple ou aller-retour (oui, non, A/R, aller simple)",
  width: "une ligne qui n'a pas plus de cellules que l'en-tête",
  euros: "un montant en euros",
  distance: "kilomètres, au dixième, au-dessus de zéro",
  hours: "heures, de 0,25 à 24, un quart de journée au moins",
  csv: "une ligne CSV aux guillemets fermés",
  day: "une date comme 2026-11-13 ou 13/11/2026",
  month: "un jour du mois déclaré",
  kind: "mission, unbilled, prospecting, training, delegation, paid-leave, unpaid-leave, sick, holiday ou intermission",
  amount: "0,5 ou 1",
  header: "les colonnes date, kind, mission, amount (project est facultative)",
  mission: "la référence d'une mission",
};

export const frenchFailures: FailureWords = {
  "usage.unknown_command": ({ program, name, suggestion }) => ({
    what: `La commande « ${name} » n'existe pas.`,
    hint: suggestion === null ? `${program} --help` : `${program} ${suggestion}`,
  }),
  "usage.unknown_option": ({ option, suggestion }) => ({
    what: `L'option « ${option} » n'existe pas ici.`,
    hint:
      suggestion === null ? "Ajouter --help à la commande montre ses options." : `Vouliez-vous dire ${suggestion} ?`,
  }),
  "usage.missing_argument": ({ argument, command }) => ({
    what: `Il manque <${argument}> à « ${command} ».`,
    hint: `${command} --help`,
  }),
  "usage.missing_value": ({ option }) => ({
    what: `L'option ${option} attend une valeur.`,
    hint: "Ajouter --help à la commande montre laquelle.",
  }),
  "usage.excess_argument": ({ argument }) => ({
    what: `« ${argument} » est de trop.`,
    hint: "Ajouter --help à la commande montre ce qu'elle attend.",
  }),
  "usage.missing_option": ({ option, command }) => ({
    what: `« ${command} » a besoin de ${option}, et rien ne peut être demandé ici.`,
    hint: `${command} ${option}`,
  }),
  "usage.choice": ({ option, value, choices }) => ({
    what: `« ${value} » ne convient pas à ${option}.`,
    hint: `Choix : ${list(choices)}.`,
  }),
  "usage.conflict": ({ options }) => ({ what: `${list(options)} ne vont pas ensemble.`, hint: "N'en garder qu'une." }),
  "usage.month_outside": ({ option, month: asked, first, last }) => ({
    what: `${option} nomme ${when(asked)}, qui n'est pas simulé.`,
    hint: `Mois simulés : ${when(first)} à ${when(last)}.`,
  }),
  "usage.one_of": ({ options }) => ({
    what: `Il faut l'une de ces options : ${list(options)}.`,
    hint: "porte simulate --tjm 550",
  }),
  "input.amount": ({ value }) => ({
    what: `« ${value} » n'est pas un montant en euros.`,
    hint: "Écrire par exemple 1234,56 ou 1 234,56 €.",
  }),
  "input.amount_ambiguous": ({ value, readings: [first, second] }) => ({
    what: `« ${value} » : ${money(first)} ou ${money(second)} ?`,
    hint: `Écrire ${first} ou ${Number(second).toFixed(2).replace(".", ",")}.`,
  }),
  "input.amount_range": ({ value, least, most }) => ({
    what: `Le montant ${money(value)} n'est pas entre ${money(least)} et ${money(most)}.`,
    hint: "Vérifier le montant et son signe.",
  }),
  "input.rate": ({ value, least, most }) => ({
    what: `« ${value} » n'est pas un taux entre ${least} et ${most} %.`,
    hint: "Un taux s'écrit toujours en pour cent : 7 ou 0,9 %.",
  }),
  "input.fraction": ({ value, least, most }) => ({
    what: `« ${value} » n'est pas une fraction entre ${String(least).replace(".", ",")} et ${most}.`,
    hint: "Dans un lot, un taux est une fraction : 0.07 pour 7 %.",
  }),
  "input.cover": ({ percent }) => ({
    what: `Une prévoyance de ${percent.replace(".", ",")} % est trop précise.`,
    hint: "Son taux s'écrit en centièmes de pour cent : 1,50 %.",
  }),
  "input.charge": ({ value }) => ({
    what: `« ${value} » n'est pas une charge.`,
    hint: 'Un nom, puis un taux ou un montant : --charge "médecine du travail=0,1%", --charge "RC pro=12,50".',
  }),
  "input.lines": ({ value }) => ({
    what: `« ${value} » n'est pas une liste de lignes.`,
    hint: "Par exemple 3,7-9 : les numéros que montre porte expenses import <fichier>.",
  }),
  "input.hours": ({ value, least, most }) => ({
    what: `« ${value} » : il faut des heures, de ${String(least).replace(".", ",")} à ${most}, au quart près.`,
    hint: "Par exemple 7, 7,5 ou 7.75.",
  }),
  "input.times": ({ value }) => ({
    what: `« ${value} » ne dit pas l'heure de début et celle de fin de ces jours.`,
    hint: "Écrire par exemple 3-6=9:00-17:30 ; « 3= » les retire.",
  }),
  "input.rest_days": ({ value, most }) => ({
    what: `« ${value} » : il faut des jours de repos, à la demi-journée près, ${most} au plus.`,
    hint: "Par exemple 1 ou 0,5.",
  }),
  "input.count": ({ value, least, most }) => ({
    what: `« ${value} » n'est pas un nombre entre ${least} et ${most}.`,
    hint: "Vérifier le nombre.",
  }),
  "input.day": ({ value }) => ({
    what: `« ${value} » n'est pas un jour qui existe.`,
    hint: "Écrire par exemple 2026-11-13 ou 13/11/2026.",
  }),
  "input.month": ({ value }) => ({
    what: `« ${value} » n'est pas un mois.`,
    hint: "Écrire par exemple 2026-11, 11/2026, current ou last.",
  }),
  "input.days": ({ value, month: of }) => ({
    what: `« ${value} » n'est pas une suite de jours ${de(month(of))}.`,
    hint: "Écrire par exemple 2-13,16,18-30.",
  }),
  "input.entry": ({ value }) => ({
    what: `« ${value} » ne dit pas un jour de travail.`,
    hint: "Par exemple 13=ACME:0.5,training:0.5, ou ACME/CODE pour un code projet, unbilled@ACME pour un jour offert.",
  }),
  "input.text": ({ value, most }) => ({
    what: `« ${value.slice(0, 30)}… » dépasse ${most} caractères.`,
    hint: "Raccourcir le texte.",
  }),
  "csv.malformed": ({ file, line, column, value, expected: wanted }) => ({
    what: `${file}, ligne ${line}, colonne « ${column} » : « ${value} » au lieu de ${expected[wanted]}.`,
    hint: "Le modèle est templates/timesheet.csv ; rien n'a été envoyé.",
  }),
  "table.format": ({ file, format }) => ({
    what: `${file} n'est pas un tableau qui se lit : ${tableFormats[format]}.`,
    hint: "L'enregistrer au format XLSX ou CSV, puis recommencer.",
  }),
  "table.columns": ({ file, kind, missing, line, row }) => ({
    what: `${file}, ligne ${line} : ${form(missing.length, "colonne introuvable", "colonnes introuvables")} (${missing.join(", ")}) parmi « ${row.join(" | ")} ».`,
    hint: `porte expenses layouts add <nom> ${file} --kind ${kind} ${missing.map((column) => `${column}=<n>`).join(" ")}, puis --layout <nom>.`,
  }),
  "table.layout": ({ file, name, names }) => ({
    what:
      names.length === 0
        ? `La disposition « ${name} » n'est pas celle de ${file}.`
        : `Aucune disposition « ${name} » pour ${file} ; connues : ${names.join(", ")}.`,
    hint: "porte expenses layouts",
  }),
  "table.no_layout": ({ name, names }) => ({
    what: `Aucune disposition « ${name} »${names.length === 0 ? "" : ` ; connues : ${names.join(", ")}`}.`,
    hint: "porte expenses layouts",
  }),
  "table.dates": ({ file, value, kind }) => ({
    what: `${file} : « ${value} » peut se lire de plusieurs façons (jour, mois ou année en premier).`,
    hint: `porte expenses layouts add <nom> ${file} --kind ${kind} --dates month-first (ou day-first, year-first), puis --layout <nom>.`,
  }),
  "table.too_long": ({ most }) => ({
    what: `Plus de ${most} lignes.`,
    hint: "Couper le fichier.",
  }),
  "import.malformed": ({ file, at, value, expected: wanted }) => ({
    what: `${file}, ${at} : « ${value} » ne se lit pas comme ${importExpected[wanted]}.`,
    hint: "Formats lus : iCalendar, timew export, Toggl, Clockify, Harvest, Kimai, templates/timesheet.csv, le JSON de declare --dry-run.",
  }),
  "import.duration": ({ file, at, text, hours }) => ({
    what: `${file}, ${at} : « ${text} » dure ${String(hours).replace(".", ",")} h.`,
    hint: "Corriger l'entrée à sa source : une durée va de 0 à 24 heures.",
  }),
  "import.too_large": ({ file }) => ({
    what: `${file} : un calendrier de cette taille ne se lit pas (64 Mo, ou 20 000 événements en un mois, au plus).`,
    hint: "Exporter le seul mois à déclarer, puis recommencer.",
  }),
  "import.match": ({ value }) => ({
    what: `« ${value} » n'est pas une règle.`,
    hint: 'Par exemple --match "point hebdo=ACME" ou --match formation=training.',
  }),
  ...frenchMachine,
  "receipt.too_large": ({ file, bytes, most }) => ({
    what: `Le justificatif ${file} (${size(bytes)}) dépasse ${size(most)}.`,
    hint: "Le réduire ou le scanner moins finement.",
  }),
  "receipt.wrong_type": ({ file, found }) => ({
    what: `Le justificatif ${file} n'est ni PDF, ni JPEG, ni PNG, ni WebP (lu : ${found}).`,
    hint: "Le convertir en PDF ou le photographier.",
  }),
  "receipt.checksum": ({ file }) => ({
    what: `${file} n'est pas arrivé entier : son empreinte n'est pas la bonne.`,
    hint: "porte expenses submit le renvoie.",
  }),
  "receipt.fault": ({ file, fault }) => ({
    what: `${file} ${{ encrypted: "est chiffré : il demande un mot de passe", active: "contient du code, ou un autre fichier qu'une facture électronique", damaged: "est abîmé ou incomplet" }[fault]}.`,
    hint: "L'imprimer en PDF, ou le photographier de nouveau.",
  }),
  "receipt.altered": ({ receipt, found }) => ({
    what: `Le justificatif ${receipt.slice(0, 16)} ${{ missing: "n'est plus", altered: "n'est plus celui qui a été reçu" }[found]} dans la réserve de la société.`,
    hint: "La société doit le reprendre d'une sauvegarde, ou le demander de nouveau.",
  }),
  "receipt.empty": ({ file }) => ({ what: `Le justificatif ${file} est vide.`, hint: "Vérifier le fichier." }),
  "receipt.unsure": ({ file, missing, read }) => ({
    what: `${file} ne dit pas sûrement ${missing.map((option) => (option === "--date" ? "sa date" : "son montant")).join(" ni ")}${read.length === 0 ? "" : ` (lu : ${read.join(", ")})`} : rien n'est gardé.`,
    hint: `porte expenses add ${file} --read ${missing.map((option) => `${option} ${option === "--date" ? "<jour>" : "<euros>"}`).join(" ")}`,
  }),
  "receipt.credit": ({ file }) => ({
    what: `${file} est un avoir : il rend de l'argent, et n'est pas un frais.`,
    hint: "porte expenses edit corrige le frais qu'il diminue ; --amount dit un montant malgré tout.",
  }),
  "receipt.no_invoice": ({ file }) => ({
    what: `${file} n'est pas une facture électronique lisible (Factur-X, CII ou UBL).`,
    hint: "Donner le PDF de la facture.",
  }),
  "receipt.quota": ({ file, receipts, bytes }) => ({
    what: `Le justificatif ${file} dépasse ce qu'une personne peut déposer en un jour : ${receipts} justificatifs, ${Math.round(bytes / 1024 ** 2)} Mio.`,
    hint: "Rien n'est perdu : le redéposer demain.",
  }),
  "payslip.unreadable": ({ file, fault }) => ({
    what: `${file} ${
      {
        "not-pdf": "n'est pas un PDF",
        encrypted: "est chiffré : il demande un mot de passe",
        damaged: "est abîmé, ou n'a pas été écrit par la société",
        "too-large": "est trop gros pour un bulletin de paie",
        "no-code": "n'a pas de pièce jointe : ce n'est pas le PDF que la société a donné",
        "two-codes": "a plusieurs pièces jointes, là où un bulletin n'en a qu'une",
        "not-signed": "a une pièce jointe qui n'est pas celle d'un bulletin signé",
      }[fault]
    }.`,
    hint: "porte payslips get <mois> --pdf <fichier> redonne le bulletin tel que la société l'a fait.",
  }),
  "payslip.key_file": ({ file }) => ({
    what: `${file} ne contient pas de clé publique d'une société.`,
    hint: "La société publie ses clés à l'adresse /v1/receipt-keys : les enregistrer telles quelles.",
  }),
  "activity.problems": ({ month: of, problems: faults }) => ({
    what: `Le rapport ${de(month(of))} a ${faults.length} ${form(faults.length, "jour", "jours")} à corriger :\n${faults.map((fault) => `  ${day(fault.day)} : ${problems[fault.code](fault)}`).join("\n")}`,
    hint: "Corriger ces jours, puis relancer la commande.",
  }),
  "activity.no_mission": () => ({ what: "Aucune mission n'est en cours ce mois-ci.", hint: "porte missions list" }),
  "activity.which_mission": ({ missions }) => ({
    what: `Plusieurs missions sont en cours : ${list(missions)}.`,
    hint: `Ajouter --mission ${missions[0] ?? "<référence>"}.`,
  }),
  "activity.unknown_mission": ({ mission, missions }) => ({
    what: `La mission « ${mission} » n'existe pas.`,
    hint: missions.length === 0 ? "porte missions list" : `Missions connues : ${list(missions)}.`,
  }),
  "activity.empty": ({ month: of }) => ({
    what: `Rien n'est déclaré pour ${month(of)}.`,
    hint: "Donner --days, --csv, ou --empty pour un mois sans activité.",
  }),
  "activity.outside_contract": ({ month: of, first, last }) => ({
    what: `${month(of)} est hors de votre contrat (depuis le ${day(first)}${last === null ? "" : ` jusqu'au ${day(last)}`}).`,
    hint: "Vérifier le mois.",
  }),
  "activity.conflict": ({ month: of, version, days }) => ({
    what: `La société tient une version ${version} ${de(month(of))} qui n'a pas été vue ici : ${days.map((one) => `${day(one.day)} : ici ${one.mine || "rien"}, là-bas ${one.theirs || "rien"}`).join(" ; ")}.`,
    hint: `porte declare ${of} --replace ${version} la remplace ; porte declare show ${of} la montre.`,
  }),
  "activity.no_receipt": ({ month: of }) => ({
    what: `Aucun reçu ${de(month(of))} n'est gardé sur cette machine.`,
    hint: "Le reçu arrive avec l'envoi : porte sync envoie ce qui attend.",
  }),
  "activity.queued_only": ({ month: of, reason }) => ({
    what: `Le rapport ${de(month(of))} est gardé et en file, mais pas envoyé : ${reason}`,
    hint: "porte sync l'enverra.",
  }),
  "activity.no_version": ({ month: of, version, versions }) => ({
    what: `Le rapport ${de(month(of))} n'a pas de version ${version}.`,
    hint: `Versions : ${versions.join(", ")}.`,
  }),
  "activity.approved": ({ month: of, version }) => ({
    what: `Le rapport ${de(month(of))} est approuvé (version ${version}) : une correction devra être approuvée de nouveau.`,
    hint: `--replace ${version} la dépose ; les deux versions sont gardées.`,
  }),
  "activity.locked": ({ month: of, state }) => ({
    what: `Le rapport ${de(month(of))} ne peut plus changer : il est ${state === "approved" ? "approuvé" : "verrouillé"}.`,
    hint: `porte declare show ${of}`,
  }),
  "expense.future": ({ date }) => ({
    what: `Le ${day(date)} n'est pas encore passé.`,
    hint: "Donner la date du justificatif avec --date.",
  }),
  "expense.vat": ({ vat, amount }) => ({
    what: `Une TVA de ${money(vat)} ne va pas avec un montant de ${money(amount)} TTC.`,
    hint: "Chaque taux a sa part du hors taxes : 10 % de 30 €, 3 € ; ce qui est payé tient les deux.",
  }),
  "expense.vat_rate": ({ rate, rates }) => ({
    what: `« ${rate} » n'est pas un taux de TVA à donner ici.`,
    hint: `Un taux une seule fois, parmi ${rates.map((one) => one.replace(".", ",")).join(" ; ")} : --vat 10=3,64 --vat 20=1,20 ; ou le total seul : --vat 4,84.`,
  }),
  "expense.outside_contract": ({ date, first }) => ({
    what: `Le ${day(date)} est avant votre contrat (${day(first)}).`,
    hint: "Vérifier la date.",
  }),
  "expense.nothing_to_send": () => ({
    what: "Aucun frais n'attend d'être envoyé.",
    hint: "porte expenses add recu.pdf --amount 21,40 --category restaurant",
  }),
  "expense.maybe_sent": ({ id }) => ({
    what: `Le frais ${id} est peut-être déjà arrivé : la société n'a pas eu le temps de répondre.`,
    hint: "porte expenses submit le règle sans l'envoyer deux fois.",
  }),
  "expense.trip": ({ id }) => ({
    what: `Le montant, le jour et la catégorie du trajet ${id} viennent du barème.`,
    hint: `porte expenses remove ${id}, puis porte expenses mileage.`,
  }),
  "expense.unknown": ({ id }) => ({
    what: `Aucun frais gardé ici ne porte l'identifiant « ${id} ».`,
    hint: "porte expenses list",
  }),
  "undo.nothing": () => ({ what: "Rien à défaire sur cette machine.", hint: "porte undo --list" }),
  "undo.changed": () => ({
    what: "Ce que cela avait écrit a changé depuis : rien n'est défait.",
    hint: "Un mois envoyé se reprend par porte declare withdraw ; le reste se refait à la main.",
  }),
  "company.receipts_place": ({ place }) => ({
    what: `Les justificatifs ne peuvent être gardés à « ${place} ».`,
    hint: "s3://bucket?endpoint=https://s3.exemple&region=fr-par, avec AWS_ACCESS_KEY_ID et AWS_SECRET_ACCESS_KEY.",
  }),
  "company.key": () => ({
    what: "La clé des justificatifs n'est pas la bonne, ou n'est pas une clé.",
    hint: "PORTE_COMPANY_RECEIPT_KEY : 64 chiffres hexadécimaux (openssl rand -hex 32), toujours les mêmes.",
  }),
  "currency.unknown": ({ currency }) => ({
    what: `« ${currency} » n'est pas un code de monnaie.`,
    hint: "Trois lettres : USD, GBP, CHF…",
  }),
  "currency.rate": ({ value }) => ({
    what: `« ${value} » n'est pas un cours.`,
    hint: "Le nombre d'unités de la monnaie pour 1 €, par exemple 1,0832.",
  }),
  "currency.no_rate": ({ currency, day: on }) => ({
    what: `Aucun cours de ${currency} pour le ${day(on)}.`,
    hint: "--rate 1,0832 (unités pour 1 €), ou porte expenses rates <fichier> importe une table.",
  }),
  "currency.table": ({ line, value }) => ({
    what: `Table de cours, ligne ${line} : « ${value} » ne se lit pas.`,
    hint: "Colonnes Date,USD,GBP… (comme la BCE les publie) ou date,currency,rate, en unités pour 1 €.",
  }),
  "expense.category": ({ category, wanted }) => ({
    what: `Un trajet est un frais « ${wanted} », pas « ${category} ».`,
    hint: "porte expenses mileage --help",
  }),
  "expense.mileage": ({ expected, amount }) => ({
    what: `${money(amount)} pour ce trajet : le barème en donne ${money(expected)}.`,
    hint: "porte expenses submit compte les trajets de l'année et l'envoie juste.",
  }),
  "expense.no_receipt": ({ id }) => ({
    what: `Ce frais n'a pas de justificatif (${id}).`,
    hint: "porte expenses attach <id> <fichier>",
  }),
  "expense.unknown_vehicle": ({ name, names }) => ({
    what: name === "" ? "Plusieurs véhicules, ou aucun : lequel ?" : `Véhicule « ${name} » inconnu.`,
    hint:
      names.length === 0
        ? "porte expenses vehicle clio --power 5 en garde un."
        : `Véhicules gardés : ${list(names)} (--vehicle).`,
  }),
  "expense.vehicle": ({ kind, power }) => ({
    what: `Un véhicule (${kind}) de ${power} CV n'a pas de barème.`,
    hint: "La puissance fiscale est en P.6 de la carte grise, de 1 à 99.",
  }),
  "expense.distance": ({ value, most }) => ({
    what: `« ${value} » n'est pas une distance : il faut des kilomètres, au dixième, jusqu'à ${most}.`,
    hint: "Par exemple 12 ou 12,4.",
  }),
  "law.not_covered": ({ month: asked, first, last, tables = [] }) => ({
    what: `La loi ${de(when(asked))} n'a pas été vérifiée ici${lacking(tables)}.`,
    hint: `Elle l'est du ${day(first)} au ${day(last)} ; porte law add <fichier>, ou porte-company serve --law <fichier>, ajoute ce qui a été publié depuis.`,
  }),
  "law.file": ({ file, at, value, expected, known }) => ({
    what: `${file}${at === "" ? "" : `, ${at}`}${value === "" ? "" : ` (« ${value} »)`} : il faut ${lawExpected(expected, known)}.`,
    hint: "porte law check <fichier> relit le fichier ; porte law show donne les tables, porte law schema leur forme.",
  }),
  "law.exists": ({ name, place }) => ({
    what: `Un autre fichier de loi « ${name} » est déjà gardé ici : ${place}.`,
    hint: "--force le remplace ; ou changer le nom dans le fichier.",
  }),
  "law.unknown": ({ name, names }) => ({
    what: `Aucun fichier de loi « ${name} » n'est gardé ici.`,
    hint: names.length === 0 ? "Il n'y en a aucun." : `Gardés : ${list(names)}.`,
  }),
  "law.unknown_table": ({ name, names }) => ({
    what: `Aucune table « ${name} » dans la loi.`,
    hint: names.length === 0 ? "porte law show les donne toutes." : `Vous vouliez dire : ${list(names)} ?`,
  }),
  "law.non_resident": ({ day: paid, last }) => ({
    what: `La retenue à la source d'un non-résident payé le ${day(paid)} n'est pas connue ici.`,
    hint: `Ses tranches ont été lues jusqu'au ${day(last)} ; donnez le taux vous-même : --tax-rate 12.`,
  }),
  "payroll.situation": ({ name, month: asked, limits }) => ({
    what: `${situationNames[name] ?? name} : valeur impossible pour ${when(asked)}.`,
    hint: `Attendu : ${limits}.`,
  }),
  "payroll.gross_range": ({ value, least, most }) => ({
    what: `Un brut de ${money(value)} ne se calcule pas.`,
    hint: `De ${money(least)} à ${money(most)} par mois.`,
  }),
  "portage.nothing_left": ({ turnover, fee, expenses }) => ({
    what: `${money(turnover)} moins ${money(fee)} de frais de gestion et ${money(expenses)} de frais ne laissent pas de quoi payer un salaire.`,
    hint: "Baisser les frais ou augmenter le chiffre d'affaires.",
  }),
  "portage.unreachable": ({ target, most }) => ({
    what: `Aucun chiffre d'affaires jusqu'à ${money(most)} par mois ne donne ${money(target)} net.`,
    hint: "Baisser le net visé, les frais de gestion ou les frais.",
  }),
  "simulation.exists": ({ name, file }) => ({
    what: `Une simulation « ${name} » est déjà gardée : une preuve ne se réécrit pas (${file}).`,
    hint: "Choisir un autre nom.",
  }),
  "simulation.unknown": ({ name, names }) => ({
    what: `Aucune simulation gardée ne s'appelle « ${name} ».`,
    hint: names.length === 0 ? "porte simulate … --save <nom> en garde une." : `Gardées ici : ${names.join(", ")}.`,
  }),
  "simulation.name": ({ name }) => ({
    what: `« ${name} » ne peut pas nommer une simulation.`,
    hint: "Lettres, chiffres, points et tirets, 64 au plus.",
  }),
  "batch.blank": ({ line }) => ({
    what: `Ligne ${line} : elle est vide.`,
    hint: "Chaque ligne est un objet JSON ; retirez les lignes vides.",
  }),
  "batch.line": ({ line, reason }) => ({
    what: `Ligne ${line} : ${reason}`,
    hint: 'Une ligne est un objet JSON, par exemple {"tjm":550,"days":18}.',
  }),
  "batch.lines": ({ bad, all }) => ({
    what: `${bad} ${form(bad, "ligne", "lignes")} sur ${all} ${form(bad, "n'a pas pu être calculée", "n'ont pas pu être calculées")} ; les autres ont leur réponse.`,
    hint: "Chacune porte sa raison, à sa place.",
  }),
  "start.database": ({ address, reason }) => ({
    what: `La base de données ${address} ne répond pas (${reason}).`,
    hint: "Vérifier qu'elle tourne, que la base existe, et le mot de passe.",
  }),
  "start.database_address": ({ address }) => ({
    what: `« ${address} » n'est pas l'adresse d'une base PostgreSQL.`,
    hint: "postgres://utilisateur:mot-de-passe@hôte:5432/base",
  }),
  "start.folder": ({ folder, reason }) => ({
    what: `Le dossier ${folder} ne peut pas être créé ou écrit (${reason}).`,
    hint: "--data <dossier> : choisir un autre endroit, ou vérifier les droits.",
  }),
  "start.folder_busy": ({ folder }) => ({
    what: `Une autre société se sert du dossier ${folder}.`,
    hint: "Arrêter l'autre, choisir un autre --data, ou une vraie base : --database postgres://…",
  }),
  "start.setting": ({ setting, fault }) => ({
    what: {
      unknown: `« ${setting} » n'est pas un réglage de porte-company.`,
      kind: `Le réglage ${setting} a une valeur qu'il n'accepte pas.`,
      file: `Le fichier du réglage ${setting} ne peut pas être lu.`,
      twice: `${setting} et ${setting}_FILE sont donnés tous les deux.`,
    }[fault],
    hint: "docs/operations.md donne la liste des réglages et ce qu'ils acceptent.",
  }),
  "start.schema_newer": ({ migrations }) => ({
    what: `Cette base a été mise à jour par un porte-company plus récent (${migrations.join(", ")}) : celui-ci ne la comprendrait pas.`,
    hint: "Lancer la version récente ; pour revenir en arrière, rétablir une sauvegarde d'avant elle.",
  }),
  "start.listen": ({ address, reason }) => ({
    what: `L'adresse ${address} ne peut pas être prise (${reason}).`,
    hint: "--port 0 prend un port libre ; --host, une adresse de cette machine.",
  }),
  "start.receipts_elsewhere": ({ place, known, found }) => ({
    what: `Cette base a ses justificatifs dans une autre réserve (${known}) ; ${place} ${found === "" ? "n'en est aucune" : `est la réserve ${found}`}.`,
    hint: "Les machines d'une même base partagent une réserve : un même dossier pour --data, ou --receipts s3://… pour toutes. Une réserve que l'on déplace garde son fichier store-id.",
  }),
  "start.receipts_taken": ({ place, found }) => ({
    what: `${place} est la réserve de justificatifs ${found}, que cette base ne connaît pas : elle est peut-être celle d'une autre société.`,
    hint: "Un autre --data ou --receipts ; ou, quand aucune autre société ne s'en sert (base rétablie, par exemple), --adopt-receipts.",
  }),
  "start.public_url": ({ value }) => ({
    what: `« ${value} » n'est pas une adresse web.`,
    hint: "--public-url https://portage.example",
  }),
  "start.trust_proxy": ({ value }) => ({
    what: `« ${value} » ne dit pas quels serveurs frontaux croire.`,
    hint: "Un nombre de 1 à 9, ou des adresses : --trust-proxy 10.0.0.2,192.168.0.0/16",
  }),
  "backup.not_empty": ({ place }) => ({
    what: `${place} n'est pas vide.`,
    hint: "Une sauvegarde s'écrit dans un dossier vide, et se rétablit dans une base où il n'y a rien.",
  }),
  "backup.copy": ({ folder, reason }) => ({
    what: `La société qui tourne sur ${folder} n'a pas copié ses tables${reason === "" ? "" : ` (${reason})`}.`,
    hint: "Son journal en dit plus. Relancer, ou arrêter d'abord la société.",
  }),
  "backup.damaged": ({ part }) => ({
    what: `La sauvegarde est abîmée ou incomplète : ${part} n'est pas ce qui y a été écrit.`,
    hint: "Prendre une autre sauvegarde : rien de celle-ci n'a été rétabli.",
  }),
  "backup.format": ({ format }) => ({
    what: `Cette sauvegarde a une forme que ce programme ne connaît pas (${format}).`,
    hint: "La rétablir avec la version qui l'a écrite, ou une plus récente.",
  }),
  "backup.schema": ({ schema }) => ({
    what: `Cette base ne peut pas recevoir une sauvegarde au schéma ${schema}.`,
    hint: "Une base nouvelle y est amenée d'elle-même ; une sauvegarde plus récente demande un programme plus récent.",
  }),
  "server.unreachable": ({ url, reason }) => ({
    what: `La société ne répond pas à ${url} (${reason}).`,
    hint: "Vérifier la connexion, puis relancer : rien n'est perdu.",
  }),
  "server.never_seen": () => ({
    what: "Cette machine ne sait encore rien de la société : ses missions manquent pour vérifier un mois sans elle.",
    hint: "porte status, une fois en ligne, suffit.",
  }),
  "file.act_forgotten": ({ at }) => ({
    what: `La même demande est partie le ${f.instant(at)} et n'a jamais eu de réponse. La société reconnaît une demande pendant 30 jours : envoyée maintenant, elle pourrait être faite deux fois.`,
    hint: "Regarder d'abord si c'est fait (les commandes list, trail). Sinon, relancer avec --send-anew.",
  }),
  "server.timeout": ({ url, seconds }) => ({
    what: `${url} n'a pas répondu en ${seconds} s.`,
    hint: "Relancer, ou attendre plus avec --timeout 60 : rien n'est perdu.",
  }),
  "server.not_porte": ({ url }) => ({
    what: `Ce qui répond à ${url} n'est pas une société de portage (API Portage).`,
    hint: "Vérifier l'adresse donnée par votre société.",
  }),
  "server.answer": ({ url, fault, at }) => ({
    what: {
      cut: `La réponse de ${url} s'est arrêtée au milieu.`,
      json: `La réponse de ${url} est illisible : ce n'est pas du JSON.`,
      shape: `La réponse de ${url} n'est pas ce que dit le contrat des sociétés de portage${at === "" ? "" : `, à ${at}`}.`,
      large: `La réponse de ${url} est plus grande qu'elle ne peut l'être.`,
      endless: `La liste que donne ${url} ne finit pas.`,
      file: `Ce que donne ${url} n'est pas un fichier entier du genre demandé : rien n'a été enregistré.`,
    }[fault],
    hint: "Relancer : rien n'est perdu. Si cela dure, le signaler à la société.",
  }),
  "server.foreign": ({ url, named }) => ({
    what: `La société à ${url} renvoie vers ${named}, qui n'est pas une page https à elle : elle n'a pas été ouverte.`,
    hint: "Vérifier l'adresse donnée par votre société, et le lui signaler.",
  }),
  "server.insecure": ({ url }) => ({
    what: `${url} n'est pas chiffrée : un jeton y serait lisible par tous.`,
    hint: "Utiliser l'adresse en https:// ; http:// ne vaut que pour cette machine.",
  }),
  "server.address": ({ url }) => ({
    what: `« ${url} » n'est pas l'adresse d'une société.`,
    hint: "porte login https://portage.example",
  }),
  "server.busy": ({ url, retryAfter }) => ({
    what: `${url} est trop occupée pour répondre.`,
    hint: `Relancer dans ${Math.max(1, retryAfter)} s : rien n'est perdu.`,
  }),
  "server.fault": ({ url, status }) => ({
    what: `La société a eu une panne (${status}) à ${url}.`,
    hint: "Relancer dans un moment ; si cela dure, le lui signaler.",
  }),
  "auth.required": ({ profile }) => ({
    what: `Pas de connexion pour le profil « ${profile} ».`,
    hint: "porte login https://adresse-de-votre-societe",
  }),
  "auth.refused": ({ url }) => ({
    what: `${url} refuse la session : elle a expiré ou a été révoquée.`,
    hint: "porte login",
  }),
  "auth.forbidden": ({ scope }) => ({
    what: `Ce jeton n'a pas le droit « ${scope} ».`,
    hint: "Se reconnecter avec porte login, ou prendre un jeton qui a ce droit.",
  }),
  "auth.code_expired": () => ({ what: "Le code a expiré avant d'être approuvé.", hint: "porte login" }),
  "auth.denied": () => ({
    what: "L'accès a été refusé sur la page de la société.",
    hint: "porte login pour recommencer.",
  }),
  "auth.token_empty": () => ({
    what: "Aucun jeton n'est arrivé sur l'entrée standard.",
    hint: "porte login https://… --with-token < jeton.txt",
  }),
  "auth.keyring": ({ profile, reason }) => ({
    what: `Le jeton du profil « ${profile} » est dans le trousseau de la session, qui ne répond pas ici (${reason}).`,
    hint: "Sans session ouverte (cron, ssh) : porte login --secret-store file, ou PORTE_TOKEN.",
  }),
  "auth.store": ({ place, reason }) => ({
    what: `Le jeton n'a pas pu être gardé dans ${place} (${reason}).`,
    hint: "porte login --secret-store file",
  }),
  "company.not_found": ({ what }) => ({
    what: `La société ne connaît pas « ${month(what)} ».`,
    hint: "Vérifier le mois ou l'identifiant.",
  }),
  "company.conflict": ({ what }) => ({ what: `« ${what} » a changé entre-temps.`, hint: "Relire, puis recommencer." }),
  "company.precondition": ({ what }) => ({
    what: `Le rapport ${de(month(what))} a changé chez la société depuis la dernière lecture.`,
    hint: `porte declare show ${what}, puis recommencer.`,
  }),
  "company.idempotency": ({ key }) => ({
    what: `La clé ${key} a déjà servi pour un autre envoi.`,
    hint: "Relancer la commande : une nouvelle clé sera faite.",
  }),
  "company.invalid": ({ errors }) => ({
    what: `La société n'a pas compris l'envoi : ${errors.map(({ pointer, message }) => `${pointer} ${message}`).join(" ; ")}.`,
    hint: "Mettre porte à jour, ou le signaler.",
  }),
  "company.media_type": ({ given, wanted }) => ({
    what: `La société prend ici ${wanted}, et a reçu ${given === "" ? "un envoi sans type" : given}.`,
    hint: "Mettre porte à jour, ou le signaler.",
  }),
  "company.run_under_way": ({ run }) => ({
    what: `La paie ${run} est en cours, ou attend d'être reprise.`,
    hint: "Refaire la même demande dans un instant : personne n'est payé deux fois.",
  }),
  "company.later_payslip": ({ month: ofMonth, later }) => ({
    what: `Le bulletin ${de(month(ofMonth))} est suivi de celui ${de(month(later))}, qui compte à partir de lui.`,
    hint: "Annuler d'abord le plus récent.",
  }),
  "company.already": ({ what, state }) => ({
    what: `« ${month(what)} » est déjà ${state}.`,
    hint: "Il n'y a rien à décider.",
  }),
  "import.row": ({ file, line, reason }) => ({
    what: `${file}, ligne ${line} : ${reason}`,
    hint: "Rien n'a été envoyé. Corriger la ligne, puis recommencer.",
  }),
  "company.taken": ({ what }) => ({
    what: `« ${what} » existe déjà.`,
    hint: "Lister ce qui existe, ou choisir un autre nom.",
  }),
  "company.contract_open": ({ name, end }) => ({
    what: `Le contrat de ${name} court encore${end === null ? "" : ` jusqu'au ${end}`}.`,
    hint: "Dire d'abord sa fin : porte-company contracts end",
  }),
  "company.last_administrator": () => ({
    what: "La société doit garder un administrateur.",
    hint: "Ajouter un autre administrateur d'abord : porte-company people add --role administrator",
  }),
  "company.access_open": ({ name }) => ({
    what: `${name} a encore un accès.`,
    hint: "Y mettre fin d'abord : porte-company people end",
  }),
  "auth.staff_role": ({ role, roles }) => ({
    what: `Ce rôle ne le permet pas : ${role}. Il faut être ${roles.join(" ou ")}.`,
    hint: "Demander à un administrateur de la société.",
  }),
  "company.unseen": ({ what }) => ({
    what: `Une décision dit la version qui a été vue, et celle sur « ${what} » n'en dit pas.`,
    hint: "Lister ou montrer, puis décider.",
  }),
  "company.changed": ({ what }) => ({
    what: `« ${what} » a changé depuis que cette machine l'a montré : rien n'est décidé.`,
    hint: "Ce qui a changé est plus haut ; relancer la commande décide sur ce qui y est montré.",
  }),
  "company.paid_out": ({ what, month: paidWith }) => ({
    what: `Le bulletin ${de(month(paidWith))} a été payé avec « ${what} ».`,
    hint: "Annuler d'abord ce bulletin.",
  }),
  "company.reversed": ({ what }) => ({ what: `« ${what} » est déjà annulé.`, hint: "Il n'y a rien à annuler." }),
  "company.refused": ({ detail, problem }) =>
    (problem === null ? null : refusal(problem)) ?? {
      what: `La société a refusé : ${detail}`,
      hint: "Lui demander la raison.",
    },
  "check.found": ({ count }) => ({
    what: `La vérification a trouvé ${count} ${form(count, "défaut", "défauts")}.`,
    hint: "Chacun est dit plus haut.",
  }),
  "check.yours": ({ month, steps }) => ({
    what: `Le mois ${month} vous attend : ${steps.join(", ")}.`,
    hint: `porte month ${month} propose chaque étape.`,
  }),
  "demo.no-company": ({ package: name }) => ({
    what: `La visite a besoin d'une société d'essai, et le paquet ${name} n'est pas installé à côté de porte.`,
    hint: `Installer les deux : npm install -g porte ${name}, puis relancer : porte demo`,
  }),
  "demo.failed": ({ command, code }) => ({
    what: `Dans la visite, « ${command} » s'est terminée par ${code}.`,
    hint: "Ce qu'elle a dit est juste au-dessus.",
  }),
  "run.interrupted": ({ kept }) => ({ what: kept ? "Interrompu ; le brouillon est gardé." : "Interrompu." }),
};

function refusal(problem: Problem): Told | null {
  const told = tellProblem(frenchFailures, problem);
  return told === null ? null : { ...told, what: `La société a refusé. ${told.what}` };
}
