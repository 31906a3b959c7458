/** Completion scripts, made from the commands and options as they are registered. */
import type { Command } from 'commander';

interface Known {
  name: string;
  description: string;
  options: { flags: string[]; description: string; choices: readonly string[]; takesFile: boolean; takes: boolean }[];
}

function known(program: Command): Known[] {
  return program.commands.map((command) => ({
    name: command.name(), description: command.description(),
    options: command.options.filter(({ hidden }) => !hidden).map(({ short, long, description, argChoices, required, optional, flags }) => ({
      flags: [short, long].filter((flag) => flag !== undefined), description, choices: argChoices ?? [],
      takesFile: /<(?:PLACE|FILE|DIR|LIST|PATH)/.test(flags), takes: required || optional,
    })),
  }));
}

export function completion(program: Command, shell: 'bash' | 'zsh' | 'fish'): string {
  return { bash, zsh, fish }[shell](known(program));
}

function bash(commands: readonly Known[]): string {
  const cases = commands.map(({ name, options }) => {
    const values = options.filter(({ choices }) => choices.length > 0).map(({ flags, choices }) => `        ${flags.join('|')}) COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$cur")); return ;;\n`).join('');
    return `    ${name})\n      case "$prev" in\n${values}        *) ;;\n      esac\n      words="${options.flatMap(({ flags }) => flags).join(' ')}"\n      ;;\n`;
  }).join('');
  return `# bash completion for gov-report
_gov_report() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} --help --version --lang" -- "$cur"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases}    *) ;;
  esac
  if [ "\${cur#-}" != "$cur" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
  else
    COMPREPLY=($(compgen -f -- "$cur"))
  fi
}
complete -o filenames -F _gov_report gov-report
`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function zsh(commands: readonly Known[]): string {
  const escape = (text: string): string => text.replace(/[[\]:\\]/g, '\\$&');
  const cases = commands.map(({ name, options }) => {
    const specs = options.flatMap(({ flags, description, choices, takesFile, takes }) => flags.map((flag) =>
      quoted(`*${flag}[${escape(description)}]${!takes ? '' : choices.length > 0 ? `:value:(${choices.join(' ')})` : takesFile ? ':file:_files' : ':value: '}`)));
    return `    ${name}) _arguments ${[...specs, quoted('*:file:_files')].join(' ')} ;;\n`;
  }).join('');
  return `#compdef gov-report
_gov_report() {
  local -a commands
  commands=(${commands.map(({ name, description }) => quoted(`${name}:${escape(description)}`)).join(' ')})
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases}  esac
}
compdef _gov_report gov-report
`;
}

function fish(commands: readonly Known[]): string {
  const lines = commands.flatMap(({ name, description, options }) => [
    `complete -c gov-report -n __fish_use_subcommand -f -a ${name} -d ${quoted(description)}`,
    ...options.map(({ flags, description: about, choices, takesFile, takes }) => [
      `complete -c gov-report -n '__fish_seen_subcommand_from ${name}'`,
      ...flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)),
      ...(!takes ? [] : choices.length > 0 ? [`-x -a ${quoted(choices.join(' '))}`] : takesFile ? ['-r'] : ['-x']),
      `-d ${quoted(about)}`,
    ].join(' ')),
  ]);
  return `# fish completion for gov-report\n${lines.join('\n')}\n`;
}
