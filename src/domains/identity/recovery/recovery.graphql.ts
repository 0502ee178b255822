import { Field, ID, InputType } from 'type-graphql';
import { permission } from '../../../platform/auth/index.ts';
import { mutation, MutationInput, type MutationDeclaration } from '../../../platform/graphql/index.ts';
import { DECIDE_GUARDIANSHIP, Guardian, Guardianship, RECOVER_RULES } from '../../people/index.ts';
import { recoverGuardian } from './recover-guardian.ts';

@InputType({ description: 'Who asks, and which guardian of the pupil they are (找回家长账号).' })
export class RecoverGuardianInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the guardianship that is asked for (监护关系申请标识).' })
  readonly guardianshipId!: string;

  @Field(() => ID, { description: 'Global id of the guardian of the same pupil who they are (原家长标识).' })
  readonly sameAsGuardianId!: string;
}

export const recoveryMutations: readonly MutationDeclaration[] = [
  mutation('recoverGuardian', {
    description:
      'Instead of approving a request: who asks is a guardian of the pupil already, who has lost their WeChat account (找回家长账号). ' +
      'Make sure of it face to face. The new sign-in is theirs from now on, with all that they have here; the old one and its sessions end at once. ' +
      'Guardianships of pupils who are not in the care of the caller wait to be approved by those in whose care they are.',
    access: permission(DECIDE_GUARDIANSHIP),
    input: RecoverGuardianInput,
    ids: { guardianshipId: Guardianship, sameAsGuardianId: Guardian },
    ownCase: 'REFUSED',
    rules: RECOVER_RULES,
    answer: {
      guardian: { to: Guardian, description: 'The guardian, who signs in anew (家长); null where nothing was done.' },
      guardianship: {
        to: Guardianship,
        otherwise: 'guardianshipId',
        description: 'The guardianship of the pupil that they have; the request where nothing was done (监护关系).',
      },
    },
    run: recoverGuardian,
  }),
];
