# Tab for porte in fish. For this shell: porte completion fish | source
# For every shell: porte completion fish > ~/.config/fish/completions/porte.fish
function __porte_complete
    set -l words (commandline -opc) (commandline -ct)
    set -e words[1]
    for line in (porte __complete -- $words 2>/dev/null)
        switch $line
            case :files
                __fish_complete_path (commandline -ct)
            case :folders
                __fish_complete_directories (commandline -ct)
            case '*'
                echo $line
        end
    end
end
complete -c porte -f -k -a '(__porte_complete)'
