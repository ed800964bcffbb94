import { join } from "node:path";
import { Disk } from "flydrive";
import { PorteError } from "../../errors.ts";
import { openSynced, SyncedFolder } from "./folder.ts";

/** Who may use a bucket, as every tool of S3 names it. */
export interface BucketKeys {
  readonly AWS_ACCESS_KEY_ID?: string | undefined;
  readonly AWS_SECRET_ACCESS_KEY?: string | undefined;
}

interface Bucket {
  readonly name: string;
  /** The server that holds it; null for Amazon's own. */
  readonly endpoint: string | null;
  readonly region: string;
}

/** Opens the folder of receipts of a company. */
export async function folderDisk(data: string): Promise<Disk> {
  const location = join(data, "receipts");
  await openSynced(location);
  return new Disk(new SyncedFolder(location));
}

/**
 * Opens a bucket of an S3-compatible store: `s3://bucket?endpoint=https://s3.example&region=fr-par`.
 * @throws {PorteError} `company.receipts_place` for what is no such place, or where its keys lack.
 */
export async function bucketDisk(place: string, keys: BucketKeys): Promise<Disk> {
  const { name, endpoint, region } = parseBucket(place);
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = keys;
  if (!accessKeyId || !secretAccessKey) throw new PorteError("company.receipts_place", { place });
  const { S3Driver } = await import("flydrive/drivers/s3");
  return new Disk(
    new S3Driver({
      bucket: name,
      region,
      credentials: { accessKeyId, secretAccessKey },
      visibility: "private",
      /** Stores that are not Amazon's know neither access lists nor checksums that trail behind a body. */
      supportsACL: false,
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
      ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    }),
  );
}

function parseBucket(place: string): Bucket {
  const url = URL.canParse(place) ? new URL(place) : null;
  const endpoint = url?.searchParams.get("endpoint") ?? null;
  const isPlace = url?.protocol === "s3:" && /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.hostname);
  const isServed = endpoint === null || (URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol));
  if (!isPlace || !isServed || !["", "/"].includes(url.pathname))
    throw new PorteError("company.receipts_place", { place });
  return { name: url.hostname, endpoint, region: url.searchParams.get("region") ?? "us-east-1" };
}
