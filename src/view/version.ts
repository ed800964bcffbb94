import { CONTRACT_VERSION } from "../contract/answers.ts";

/** The version of porte, of the Node that runs it and of the contract that it speaks with a company. */
export function versionJson(version: string) {
  return { version, node: process.versions.node, contract: CONTRACT_VERSION };
}
