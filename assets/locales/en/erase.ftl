# What viche erase says before it erases, asks, and says afterwards. Never a word of the respondent.

erase-before = { $respondent } is about to be erased from { $file }.
erase-rehearsal = { $respondent } would be erased from { $file }. Nothing was changed.
erase-rehearsal-before = { $respondent } was erased from { $file } in step { $step }; what lies around it would be cleaned up again. Nothing was changed.
erase-done = { $respondent } is erased from { $file }.
erase-done-before = { $respondent } is already erased from { $file }, in step { $step }. Cleaned up again.
erase-ask = It can't be undone. Type { $respondent } to erase; anything else leaves all as it is:

erase-label-interviews = interviews
erase-label-notes = notes
erase-label-others = others
erase-label-elsewhere = elsewhere
erase-label-around = around it
erase-label-stays = stays
erase-label-blanked = blanked
erase-label-removed = removed
erase-label-checked = checked
erase-label-left = left

erase-interviews = { $codes }
erase-notes =
    { $notes ->
        [one] { $notes } note, in every wording it ever had: { $codes }
       *[other] { $notes } notes, in every wording they ever had: { $codes }
    }
erase-notes-none = none were taken
erase-same =
    { $notes ->
        [one] { $notes } note of another respondent in the very same words loses them, too: { $codes }
       *[other] { $notes } notes of other respondents in the very same words lose them, too: { $codes }
    }
erase-texts =
    { $texts ->
        [one] { $texts } text says the same, word for word
       *[other] { $texts } texts say the same, word for word
    }
erase-rows =
    { $rows ->
        [one] { $rows } row of requests says the same, word for word
       *[other] { $rows } rows of requests say the same, word for word
    }
erase-stays = codes, times and who wrote; the fact that { $respondent } was erased
erase-stays-reason = codes, times and who wrote; the fact that { $respondent } was erased: “{ $reason }”
erase-files =
    { $files ->
        [one] { $files } file: { $names }
       *[other] { $files } files: { $names }
    }
erase-files-none = nothing else lies there
erase-blanked =
    { $steps ->
        [one] { $steps } step; step { $step } says that it was done
       *[other] { $steps } steps; step { $step } says that it was done
    }
erase-checked =
    { $texts ->
        [one] no file of this sprint holds what was said ({ $texts } text searched for)
       *[other] no file of this sprint holds what was said ({ $texts } texts searched for)
    }
erase-checked-nothing = no words are left anywhere that could be searched for
erase-left = { $file }: { $why }
erase-left-holding = { $file } still holds words of theirs, or can't be read: look into it, and remove it if it is a copy

erase-reword = To be put in other words by a person:
erase-why-quoted = quoted { $respondent }
erase-why-rests = rests on { $respondent }
erase-what-timebox = agenda
erase-what-guide = guide
erase-what-message = wall
erase-what-sprint = sprint

erase-reach = Out of viche's reach; please see to it:
erase-reach-copies = copies of the file: on sticks, in mail, on other computers
erase-reach-exports = reports and exports that were made before, and what was printed or shown
erase-reach-git = git: { $folder } keeps what was committed
erase-reach-git-unseen = git, if the file ever lay in it
erase-reach-backups = backups and snapshots; a disk may keep overwritten bytes for a while
erase-reach-computers = what viche keeps on other computers that opened the file
erase-reach-screens = screens that follow the file: close and open them anew
erase-promise = You can tell { $respondent }: what they said stands in no file that viche keeps here.
erase-promise-not = Don't tell { $respondent } yet that it is done: see to what is left, then run this again.

problem-erase-code = “{ $code }” is no respondent's code
problem-erase-code-hint = write it as P017
problem-erase-nobody = nobody was ever to be asked as { $respondent } in { $file }
problem-erase-nobody-hint = the codes stand with the interviews, on screen 3
problem-erase-reason = a reason takes at most { $chars-max } characters
problem-erase-reason-hint = shorten it
problem-erase-unasked = erasing asks first, and there is no terminal to ask at
problem-erase-unasked-hint = add --yes, or look first with --dry-run
problem-erase-json = with --json nobody is asked
problem-erase-json-hint = add --yes or --dry-run
problem-erase-not-typed = { $respondent } was not typed; nothing was changed
problem-erase-not-typed-hint = start again when you are sure
problem-erase-fallback = some steps of { $file } wait in { $other }
problem-erase-fallback-hint = open the sprint once with `viche open { $file }`, so that they come in; then run this again
problem-erase-rescued = { $other } holds steps that are not in { $file }
problem-erase-rescued-hint = bring both together with `viche merge`, or move that file away; then run this again
problem-erase-half = { $respondent } is erased from { $file }, but somebody opened it before the older copies were removed
problem-erase-half-hint = close it there and run the same again
