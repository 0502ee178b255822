/** `npm run schema`: writes the contract with every client, `schema/hub.graphql` and `schema/access.json`. */
import { writeFileSync } from 'node:fs';
import { hubSchema } from '../app.ts';
import { printHubSchema } from '../platform/graphql/index.ts';

const { schema, access } = hubSchema();
writeFileSync('schema/hub.graphql', printHubSchema(schema));
writeFileSync('schema/access.json', `${JSON.stringify(access, null, 2)}\n`);
