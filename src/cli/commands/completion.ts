import { COMMANDS } from '../command-registry';
import type { CommandModule } from '../command-module';
import { bashScript } from '../completion/bash-script';
import { fishScript } from '../completion/fish-script';
import { makeVerbTree, type CompletedVerb } from '../completion/verb-tree';
import { zshScript } from '../completion/zsh-script';
import { EXIT_CODES } from '../exit-codes';
import { UsageError } from '../usage-error';

const SCRIPTS: Readonly<Record<string, (root: CompletedVerb) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};
const SHELLS = Object.keys(SCRIPTS);

const EXAMPLES = `
Prints a script that completes verbs, flags, values and file names. It is of this version: print it again after an update.

Examples:
  bash  lightsail-fleet completion bash > ~/.local/share/bash-completion/completions/lightsail-fleet
        (with the package bash-completion; without it, in ~/.bashrc:  source <(lightsail-fleet completion bash))
  zsh   lightsail-fleet completion zsh > ~/.zfunc/_lightsail-fleet
        (with  fpath+=(~/.zfunc); autoload -Uz compinit; compinit  in ~/.zshrc)
  fish  lightsail-fleet completion fish > ~/.config/fish/completions/lightsail-fleet.fish

A new shell then has it.`;

export const completionCommand: CommandModule = {
  configure: (command) => void command.argument('<shell>', SHELLS.join(', ')).addHelpText('after', EXAMPLES),

  async run({ context, operands: [shell = ''] }) {
    const script = Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell] : undefined;
    if (script === undefined)
      throw new UsageError(
        `completion: expected one of ${SHELLS.join(', ')}, got ${JSON.stringify(shell)}. Which shell it is tells: echo $SHELL`,
      );
    const text = script(makeVerbTree({ commands: COMMANDS }));
    if (context.json) context.printJson({ shell, script: text });
    else context.print(text.trimEnd());
    return EXIT_CODES.done;
  },
};
