#compdef porte
# Tab for porte in zsh. For this shell: eval "$(porte completion zsh)"
# For every shell: porte completion zsh > a folder of $fpath, under the name _porte
_porte() {
  local line
  local -a lines values
  lines=("${(@f)$("${words[1]}" __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  case "${lines[1]}" in
    :files) _files; return ;;
    :folders) _files -/; return ;;
    '') return 1 ;;
  esac
  for line in "${lines[@]}"; do
    values+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
  done
  _describe -V porte values
}
if [[ "${zsh_eval_context[-1]}" == loadautofunc ]]; then _porte "$@"; else compdef _porte porte; fi
