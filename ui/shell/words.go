package shell

import "slices"

// Words gives the text of a key in the language of the moment. Arguments come in pairs of name and value.
type Words func(key string, args ...any) string

// The keys of the shell's own texts. The other keys come with commands, pages and sidebar.
const (
	wordSearch       = "shell.search"         // placeholder of the search button
	wordFind         = "shell.palette.find"   // placeholder in the palette
	wordNothingFound = "shell.palette.none"   // arguments: query
	wordPaletteCan   = "shell.palette.can"    // what it finds, where it has found nothing
	wordNothingShown = "shell.palette.hidden" // the same while others look at the screen
	wordSearching    = "shell.palette.searching"
	wordPalette      = "shell.palette" // title of the command that opens the palette
	wordKeys         = "shell.keys"    // opens the key sheet
	wordKeysTitle    = "shell.keys_title"
	wordBack         = "shell.back"          // title of the command
	wordForward      = "shell.forward"       // title of the command
	wordMenu         = "shell.menu"          // the button with the commands about the file
	wordMore         = "shell.more"          // the button with the commands for which there is no room
	wordNew          = "shell.new"           // the button that makes something
	wordCancel       = "shell.cancel"        // in dialogs and beside running work
	wordClose        = "shell.close"         // in dialogs with nothing to confirm, and on messages
	wordUndo         = "shell.undo"          // in messages
	wordDismiss      = "shell.dismiss"       // tooltip of a banner's cross
	wordOff          = "shell.off"           // arguments: command, reason
	wordGeneral      = "shell.group.general" // group of the commands of the window itself
	wordSidebar      = "shell.sidebar"       // command: to the sidebar by key
	wordPageFocus    = "shell.page"          // command: to the page by key
	wordBusy         = "shell.busy"          // arguments: title, percent
	wordWorking      = "shell.working"       // work that has no name of its own
	wordMessage      = "shell.message"       // command: to the message at the bottom by key
	wordNoMessage    = "shell.no_message"    // why it is off
	wordPasteCut     = "shell.paste_cut"     // only the beginning came; arguments: count
	wordFields       = "shell.fields"        // group of the keys that work in a field
	wordMonth        = "shell.fields.month"  // in a field for a date: opens the month
	wordDayStep      = "shell.fields.day"    // in a field for a date: a day later, a day earlier
	wordMonthStep    = "shell.fields.months" // in a field for a date: a month later, a month earlier
	wordRowMove      = "shell.fields.move"   // in a line of a form: up, down
	wordInDialogs    = "shell.in_dialogs"    // a command whose keys work while a dialog is open; args: title
	wordRowRemove    = "shell.fields.remove" // in a line of a form
	wordRowMenu      = "shell.fields.menu"   // of a line of a list
	wordSaveForm     = "shell.fields.save"
)

// WordKeys gives every key that the shell itself asks for, for a test that all of them are translated.
func WordKeys() []string {
	return slices.Clone([]string{
		wordSearch, wordFind, wordNothingFound, wordPaletteCan, wordSearching, wordPalette, wordKeys, wordKeysTitle, wordBack, wordForward, wordMenu, wordMore, wordNew,
		wordCancel, wordClose, wordUndo, wordDismiss, wordOff, wordGeneral, wordSidebar, wordPageFocus, wordBusy, wordWorking, wordMessage, wordNoMessage,
		wordPasteCut, wordFields, wordMonth, wordDayStep, wordMonthStep, wordRowMove, wordRowRemove, wordRowMenu, wordSaveForm, wordInDialogs,
	})
}
