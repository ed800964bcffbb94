# Tab for porte in PowerShell. For this session: porte completion powershell | Out-String | Invoke-Expression
# For every session: the same line in the file that $PROFILE names. Not tried on PowerShell where porte is built.
Register-ArgumentCompleter -Native -CommandName porte -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
    # An empty word is passed as two quotes: older versions drop it.
    if ($wordToComplete -eq '') { $words += '""' }
    & porte __complete -- @words 2>$null | ForEach-Object {
        $value, $what = $_ -split "`t", 2
        if (-not $value.StartsWith(':')) {
            if (-not $what) { $what = $value }
            [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $what)
        }
    }
}
