package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// Names of the colours that screens ask for. They say what a colour is for, never which one it is,
// so that light and dark are only two tables.
const (
	ColorCard        fyne.ThemeColorName = "mb.card"
	ColorSidebar     fyne.ThemeColorName = "mb.sidebar"
	ColorHairline    fyne.ThemeColorName = "mb.hairline"
	ColorTrack       fyne.ThemeColorName = "mb.track"
	ColorText        fyne.ThemeColorName = "mb.text"
	ColorTarget      fyne.ThemeColorName = "mb.target"
	ColorMuted       fyne.ThemeColorName = "mb.muted"
	ColorCheckBorder fyne.ThemeColorName = "mb.checkBorder"
	ColorAccent      fyne.ThemeColorName = "mb.accent"
	ColorAccentHover fyne.ThemeColorName = "mb.accentHover"
	ColorAccentSoft  fyne.ThemeColorName = "mb.accentSoft"
	ColorOnAccent    fyne.ThemeColorName = "mb.onAccent"
	ColorNeutralSoft fyne.ThemeColorName = "mb.neutralSoft"
	ColorDanger      fyne.ThemeColorName = "mb.danger"
	ColorDangerSoft  fyne.ThemeColorName = "mb.dangerSoft"
	ColorWarn        fyne.ThemeColorName = "mb.warn"
	ColorWarnSoft    fyne.ThemeColorName = "mb.warnSoft"
	ColorInfo        fyne.ThemeColorName = "mb.info"
	ColorInfoSoft    fyne.ThemeColorName = "mb.infoSoft"
	ColorViolet      fyne.ThemeColorName = "mb.violet"
	ColorVioletSoft  fyne.ThemeColorName = "mb.violetSoft"
	ColorHover       fyne.ThemeColorName = "mb.hover"
	ColorFocusRing   fyne.ThemeColorName = "mb.focusRing"
	ColorScrim       fyne.ThemeColorName = "mb.scrim"
	ColorPaper       fyne.ThemeColorName = "mb.paper"
	ColorInverse     fyne.ThemeColorName = "mb.inverse"
	ColorOnInverse   fyne.ThemeColorName = "mb.onInverse"
	ColorGround      fyne.ThemeColorName = "mb.background"
	colorSelection   fyne.ThemeColorName = "mb.selection"
	colorScrollBar   fyne.ThemeColorName = "mb.scrollBar"
	colorShadow      fyne.ThemeColorName = "mb.shadow"
	colorQuiet       fyne.ThemeColorName = "mb.quiet"
	colorDisabled    fyne.ThemeColorName = "mb.disabled"
)

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

func rgba(v uint32, alpha uint8) color.NRGBA {
	c := rgb(v)
	c.A = alpha
	return c
}

// lightColor is the light table. Text on its own soft colour keeps a contrast of 4.5:1 or better
// (WCAG 2.2, 1.4.3); a test computes it for every pair.
func lightColor(name fyne.ThemeColorName) (color.NRGBA, bool) {
	switch name {
	case ColorGround:
		return rgb(0xF6F5F2), true
	case ColorCard, ColorPaper:
		return rgb(0xFFFFFF), true
	case ColorSidebar, ColorNeutralSoft:
		return rgb(0xEEECE7), true
	case ColorHairline, ColorTrack:
		return rgb(0xE4E2DC), true
	case ColorText, ColorInverse:
		return rgb(0x20262B), true
	case ColorMuted, ColorCheckBorder:
		return rgb(0x636A6F), true
	case ColorAccent:
		return rgb(0x1F6F5C), true
	case ColorAccentHover:
		return rgb(0x1A6150), true
	case ColorAccentSoft:
		return rgb(0xE3F0EC), true
	case ColorOnAccent, ColorOnInverse:
		return rgb(0xFFFFFF), true
	case ColorHover:
		return rgba(0x20262B, 0x0C), true
	case ColorFocusRing:
		return rgba(0x1F6F5C, 0x66), true
	case ColorScrim:
		return rgba(0x20262B, 0x66), true
	case colorSelection:
		return rgba(0x1F6F5C, 0x38), true
	case colorScrollBar:
		return rgba(0x20262B, 0x55), true
	case colorShadow:
		return rgba(0x20262B, 0x18), true
	case colorQuiet:
		return rgba(0x6B4D99, 0x1E), true
	case colorDisabled:
		return rgb(0xA9ADB0), true
	default:
		return lightSignal(name)
	}
}

func lightSignal(name fyne.ThemeColorName) (color.NRGBA, bool) {
	switch name {
	case ColorDanger:
		return rgb(0xB3372F), true
	case ColorDangerSoft:
		return rgb(0xFBE9E7), true
	case ColorWarn:
		return rgb(0x985709), true
	case ColorTarget:
		return rgb(0xB4690E), true
	case ColorWarnSoft:
		return rgb(0xFBF0DF), true
	case ColorInfo:
		return rgb(0x2D5F9A), true
	case ColorInfoSoft:
		return rgb(0xE4EDF7), true
	case ColorViolet:
		return rgb(0x6B4D99), true
	case ColorVioletSoft:
		return rgb(0xEEE8F6), true
	default:
		return color.NRGBA{}, false
	}
}

// darkColor is the dark table, with the same promise of contrast.
func darkColor(name fyne.ThemeColorName) (color.NRGBA, bool) {
	switch name {
	case ColorGround:
		return rgb(0x17191B), true
	case ColorCard:
		return rgb(0x1F2224), true
	case ColorPaper:
		return rgb(0xFFFFFF), true // paper is white in every light: it shows what will be printed
	case ColorSidebar:
		return rgb(0x1B1D1F), true
	case ColorNeutralSoft:
		return rgb(0x2A2D30), true
	case ColorHairline, ColorTrack:
		return rgb(0x303438), true
	case ColorText, ColorInverse:
		return rgb(0xE8E9EA), true
	case ColorMuted, ColorCheckBorder:
		return rgb(0x9AA0A5), true
	case ColorAccent:
		return rgb(0x5FC0A5), true
	case ColorAccentHover:
		return rgb(0x72CCB3), true
	case ColorAccentSoft:
		return rgb(0x1D332D), true
	case ColorOnAccent, ColorOnInverse:
		return rgb(0x10201B), true
	case ColorHover:
		return rgba(0xE8E9EA, 0x10), true
	case ColorFocusRing:
		return rgba(0x5FC0A5, 0x77), true
	case ColorScrim:
		return rgba(0x000000, 0x99), true
	case colorSelection:
		return rgba(0x5FC0A5, 0x44), true
	case colorScrollBar:
		return rgba(0xE8E9EA, 0x55), true
	case colorShadow:
		return rgba(0x000000, 0x50), true
	case colorQuiet:
		return rgba(0x8A5FD0, 0x22), true
	case colorDisabled:
		return rgb(0x5D6368), true
	default:
		return darkSignal(name)
	}
}

func darkSignal(name fyne.ThemeColorName) (color.NRGBA, bool) {
	switch name {
	case ColorDanger:
		return rgb(0xEA837B), true
	case ColorDangerSoft:
		return rgb(0x38211F), true
	case ColorWarn, ColorTarget:
		return rgb(0xE0A458), true
	case ColorWarnSoft:
		return rgb(0x33291A), true
	case ColorInfo:
		return rgb(0x86B3E6), true
	case ColorInfoSoft:
		return rgb(0x1E2A38), true
	case ColorViolet:
		return rgb(0xB89CE0), true
	case ColorVioletSoft:
		return rgb(0x2A2336), true
	default:
		return color.NRGBA{}, false
	}
}
