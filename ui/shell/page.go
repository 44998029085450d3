package shell

import (
	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
)

// State is what a page wants back when somebody returns to it, such as how far it was scrolled and which row
// was the present one. Only the page itself looks into it.
type State any

// Page is one screen, made anew for each visit and for another language.
type Page interface {
	// Header says what stands above the page.
	Header() Header
	// Object gives what is to be seen. It fills the room between top bar and status bar.
	Object() fyne.CanvasObject
	// Refresh shows data that changed.
	Refresh()
	// Save gives the state to come back to; Restore takes it.
	Save() State
	Restore(State)
}

// Leaver is a page that has something to finish before it goes, such as writing a draft.
type Leaver interface{ Leave() }

// Topper is a page that is scrolled: whoever chooses the page that they are on goes to its top.
type Topper interface{ Top() }

// Keyer is a page that uses keys that no focused widget wanted, such as Page Down. It gives true for those it used.
type Keyer interface{ Key(ev *fyne.KeyEvent) bool }

// PlaceKeeper is a page on which something is edited in its place: Ctrl+Enter keeps that, wherever in it the focus is. It
// gives false where the focus is elsewhere.
type PlaceKeeper interface{ KeepInPlace() bool }

// Commander is a page with commands of its own; their keys work while the page is shown.
type Commander interface{ Commands() []Command }

// Tabbed is a page that says which of its tabs it shows: one that was asked for without a tab may have chosen another than
// its first, and is to be found there again.
type Tabbed interface{ Tab() string }

// Header is what stands above a page. Without a title the top bar has the search and the general buttons.
type Header struct {
	Avatar   fyne.CanvasObject
	Title    string
	Subtitle string
	Brief    string                 // the subtitle where there is no room for all of it; "" for none
	Actions  []fyne.CanvasObject    // buttons, the most important last
	Stays    fyne.CanvasObject      // the most important of them where it is not the last: what comes next changes, its place does not; nil for the last
	Yields   fyne.CanvasObject      // the least important of them where it is not the first; nil for the first
	More     func() []kit.MenuEntry // what else can be done with what the page shows; nil for nothing
	Tabs     *kit.Tabs
}

// ScrollPage is the usual page: one object in a scroller. A feature embeds it and fills it in Refresh.
type ScrollPage struct {
	scroll *kit.Scroll
}

// NewScrollPage makes a page around content, with the margins that pages have.
func NewScrollPage(content fyne.CanvasObject) ScrollPage {
	return ScrollPage{scroll: kit.NewScroll(padded(content))}
}

// pageEdge is the margin above and below what a page holds, in units.
const pageEdge = 18

func padded(content fyne.CanvasObject) fyne.CanvasObject {
	return kit.Pad(pageEdge, 20, pageEdge, 20, content)
}

// Room gives how much of the content is in view at a time: the height of the page within its margins.
func (p *ScrollPage) Room() float32 { return p.scroll.Size().Height - 2*kit.Px(pageEdge) }

// Needs gives the height of all that the page holds at a width, with its margins.
func (p *ScrollPage) Needs(width float32) float32 {
	return kit.HeightFor(p.scroll.Children()[0], width)
}

// SetContent replaces the content and keeps the place.
func (p *ScrollPage) SetContent(o fyne.CanvasObject) { p.scroll.SetContent(padded(o)) }

// Object gives the scroller.
func (p *ScrollPage) Object() fyne.CanvasObject { return p.scroll }

// Save keeps how far the page is scrolled.
func (p *ScrollPage) Save() State { return p.scroll.At() }

// Restore scrolls back.
func (p *ScrollPage) Restore(s State) {
	if y, ok := s.(float32); ok {
		p.scroll.Return(y)
	}
}

// ScrollTo scrolls so that y of the content is at the top.
func (p *ScrollPage) ScrollTo(y float32) { p.scroll.To(y) }

// Top implements Topper.
func (p *ScrollPage) Top() { p.scroll.To(0) }

// Key scrolls by Page Up, Page Down, Home, End and arrows.
func (p *ScrollPage) Key(ev *fyne.KeyEvent) bool { return p.scroll.Key(ev) }

// Reveal scrolls an object of the page into view.
func (p *ScrollPage) Reveal(o fyne.CanvasObject) { p.scroll.Reveal(o) }

// RevealNew scrolls an object into view that was put onto the page a moment ago.
func (p *ScrollPage) RevealNew(o fyne.CanvasObject) { p.scroll.RevealNew(o) }

// Where gives how far below the top of what is in view an object of the page stands.
func (p *ScrollPage) Where(o fyne.CanvasObject) float32 { return p.scroll.Where(o) }

// PutAt scrolls so that an object stands there, as far as that is possible.
func (p *ScrollPage) PutAt(o fyne.CanvasObject, y float32) { p.scroll.PutAt(o, y) }

// Relayout gives the content the height it needs now.
func (p *ScrollPage) Relayout() { p.scroll.Relayout() }
