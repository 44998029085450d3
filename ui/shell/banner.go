package shell

import (
	"slices"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
)

// Notice is a message above the page that stays until it is closed.
type Notice struct {
	Kind kit.Kind
	Say  func() (text, action string) // in the language of the moment; the action is the label of its button, "" for none
	Do   func()                       // what the button does; nil where there is none

	Other   func() string // the label of a second button, in the language of the moment; nil for none
	DoOther func()
	Closed  func() // what is to be done where somebody closes it without answering; nil for nothing
}

// banner is a notice on show.
type banner struct {
	Notice

	key  string
	box  *fyne.Container
	back fyne.Focusable // what had the focus before it came here by key
}

// Banner shows a message above the page. A second one with the same key takes the place of the first.
func (s *Shell) Banner(key string, n Notice) {
	s.CloseBanner(key)
	b := &banner{Notice: n, key: key}
	s.frame.banners = append(s.frame.banners, b)
	s.sayBanner(b)
	s.showBanners()
}

// sayBanner makes what a notice consists of, in the language of the moment.
func (s *Shell) sayBanner(b *banner) {
	text, action := b.Say()
	var buttons []fyne.CanvasObject
	if action != "" {
		buttons = append(buttons, kit.NewButton(action, kit.Plain, b.Do))
	}
	if b.Other != nil {
		buttons = append(buttons, kit.NewButton(b.Other(), kit.Plain, b.DoOther))
	}
	buttons = append(buttons, kit.NewIconButton("close", kit.Tip{Text: s.words(wordDismiss)}, func() {
		s.CloseBanner(b.key)
		if b.Closed != nil {
			b.Closed()
		}
	}))
	b.box = kit.NewNotice(b.Kind, text, buttons...)
}

func (s *Shell) showBanners() {
	f := s.frame
	f.banner.Objects = nil
	for _, b := range f.banners {
		f.banner.Objects = append(f.banner.Objects, b.box)
	}
	f.all.Refresh()
}

// rewordBanners says all notices in another language.
func (s *Shell) rewordBanners() {
	for _, b := range s.frame.banners {
		s.sayBanner(b)
	}
	s.showBanners()
}

// CloseBanner takes a notice away, and tells whether there was one. What had the focus before it came to the notice has it again.
func (s *Shell) CloseBanner(key string) bool {
	f := s.frame
	i := slices.IndexFunc(f.banners, func(b *banner) bool { return b.key == key })
	if i < 0 {
		return false
	}
	b, at := f.banners[i], s.focusPlace()
	had := b.has(s.canvas.Focused())
	f.banners = slices.Delete(f.banners, i, i+1)
	s.showBanners()
	if had && (b.back == nil || !kit.FocusOn(s.canvas, b.back)) {
		s.refocus(at)
	}
	return true
}

// has tells whether something stands on the notice.
func (b *banner) has(f fyne.Focusable) bool {
	return f != nil && slices.Contains(kit.Focusables(b.box), f)
}

// whyNoMessage tells why nobody can go to a message: there is none.
func (s *Shell) whyNoMessage() string {
	if len(s.floats().Toasts()) == 0 && len(s.reachable()) == 0 {
		return wordNoMessage
	}
	return ""
}

// reachable gives the notices that can have the focus: none while something lies over the window.
func (s *Shell) reachable() []*banner {
	if s.canvas.Overlays().Top() != nil {
		return nil
	}
	return s.frame.banners
}

// focusMessage goes round the messages: those at the foot, the newest first, and those above the page.
func (s *Shell) focusMessage() {
	at, notices := s.canvas.Focused(), s.reachable()
	next := 1 + slices.IndexFunc(notices, func(b *banner) bool { return b.has(at) })
	if next == 0 && s.floats().FocusToast() {
		return
	}
	if next < len(notices) {
		b := notices[next]
		if b.back = at; next > 0 {
			b.back = notices[next-1].back
		}
		kit.FocusIn(b.box)
		return
	}
	if !s.floats().FocusNewestToast() && len(notices) > 0 {
		kit.FocusIn(notices[0].box)
	}
}
