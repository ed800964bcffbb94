# Tab for porte in bash. For this shell: eval "$(porte completion bash)"
# For every shell: porte completion bash > ~/.local/share/bash-completion/completions/porte
_porte() {
  local line word index last=-1 begun
  local -a words=()
  COMPREPLY=()
  # bash cuts a word at = and at :, which porte has within one: --lang=fr, 13=ACME:0.5
  for ((index = 1; index <= COMP_CWORD; index++)); do
    word="${COMP_WORDS[index]}"
    if ((last >= 0)) && [[ "$word" == [=:]* || "${words[last]}" == *[=:] ]]; then words[last]+="$word"
    else words[++last]="$word"; fi
  done
  begun="${words[last]%"${COMP_WORDS[COMP_CWORD]#[=:]}"}"
  while IFS= read -r line; do
    case "$line" in
      :files) compopt -o default 2>/dev/null ;;
      :folders) compopt -o dirnames 2>/dev/null ;;
      *)
        word="${line%%$'\t'*}"
        [[ "$begun" == *[=:] ]] && word="${word#"$begun"}"
        [[ "$word" == *[\'\ ]* ]] && printf -v word %q "$word"
        COMPREPLY+=("$word") ;;
    esac
  done < <("${COMP_WORDS[0]}" __complete -- "${words[@]}" 2>/dev/null)
}
complete -F _porte porte
