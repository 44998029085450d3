package kit

import "fyne.io/fyne/v2"

// Calm gives an application in which no widget of the toolkit moves by itself: the cursor of its fields is faded in and
// out, which draws the whole window a dozen times a second for as long as a field has the focus, minutes or hours. Our
// fields blink on their own: see blink. To be made the current one with fyne.SetCurrentApp.
func Calm(a fyne.App) fyne.App { return calmApp{a} }

type calmApp struct{ fyne.App }

// Settings gives those of the application, but for what moves.
func (a calmApp) Settings() fyne.Settings { return calmSettings{a.App.Settings()} }

type calmSettings struct{ fyne.Settings }

// ShowAnimations says no to the toolkit.
func (calmSettings) ShowAnimations() bool { return false }

// animated tells whether the desktop lets things move by themselves.
func animated() bool {
	s := fyne.CurrentApp().Settings()
	if calm, ok := s.(calmSettings); ok {
		s = calm.Settings
	}
	return s.ShowAnimations()
}
