// Package kit holds what every screen of Mentorbook is made of: the theme, and small widgets that draw
// themselves with it. It knows the window toolkit and civil dates, and nothing about mentoring.
//
// Three habits hold in the whole package:
//
//   - Heights follow widths. A text that wraps is taller when it is narrow, so every widget and layout here
//     answers HeightFor(width), and containers ask that question instead of trusting a minimum size that was
//     computed for another width. Nothing is cut off.
//   - Whatever can be clicked can be reached with Tab, shows that it has the focus, and works with the keyboard.
//     Keys that a widget does not use travel on to the window (see BubbleKey), so that Escape and F1 work everywhere.
//   - No widget holds words of its own: texts, month names and messages are handed in.
package kit
