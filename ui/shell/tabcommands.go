package shell

// Tab is a tab of a page, as the command that goes to it has it.
type Tab struct {
	ID    string // of the command
	Title string // key of what the tab is called
	Name  func() string
}

// TabCommands makes the commands that go to the tabs of a page by Alt and their number. The page may not have its tabs yet:
// choose then does nothing.
func TabCommands(group string, tabs []Tab, choose func(i int)) []Command {
	out := make([]Command, len(tabs))
	for i, tab := range tabs {
		out[i] = Command{
			ID: tab.ID, Title: tab.Title, Reads: true, Steers: true, Group: group, Keys: "Alt+" + string(rune('1'+i)), Name: tab.Name,
			Run: func() { choose(i) },
		}
	}
	return out
}
