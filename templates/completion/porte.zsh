#compdef porte
# Tab for porte in zsh. For this shell: eval "$(porte completion zsh)"
# For every shell: porte completion zsh > a folder of $fpath, under the name _porte
_porte() {
  local line places
  local -a lines values
  lines=("${(@f)$("${words[1]}" __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  for line in "${lines[@]}"; do
    case "$line" in
      :files) places=files ;;
      :folders) places=folders ;;
      '') ;;
      *) values+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}") ;;
    esac
  done
  (( $#values )) && _describe -V porte values && return
  case "$places" in
    files) _files ;;
    folders) _files -/ ;;
    *) return 1 ;;
  esac
}
if [[ "${zsh_eval_context[-1]}" == loadautofunc ]]; then _porte "$@"; else compdef _porte porte; fi
