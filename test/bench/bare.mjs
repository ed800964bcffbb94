// What everything of the server is measured beside: a bare Fastify route that answers with one row found by its key.
import fastify from "fastify";
import pg from "pg";

const [address, isNamed] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: address, max: 10 });
const name = isNamed === "named" ? { name: "person" } : {};
const text = "select id, name, email, role from people where email = $1";
const app = fastify();
app.get("/row", async () => (await pool.query({ ...name, text, values: ["claire@porte.example"] })).rows[0]);
console.log(await app.listen({ port: 0, host: "127.0.0.1" }));
