package main

import (
	"fmt"
	"log"
	"strings"

	"github.com/go-gl/glfw/v3.4/glfw"
)

// probe_gl.go and probe_es.go hold the oldest OpenGL and OpenGL ES that the window
// can be drawn with. The window library asks for the same. Windows' own renderer,
// which every session has, is OpenGL 1.1.

// probe makes a hidden window of one pixel, as the window library will make
// the real one, and names what draws it. It runs on the main thread, before
// the window library begins, and leaves nothing behind.
func probe() (string, error) {
	if err := glfw.Init(); err != nil {
		return "", fmt.Errorf("begin: %w", err)
	}
	defer glfw.Terminate()
	var said strings.Builder
	defer log.SetOutput(log.Writer())
	log.SetOutput(&said)
	drawThroughEGL()
	hintVersion()
	glfw.WindowHint(glfw.Visible, glfw.False)
	w, err := glfw.CreateWindow(1, 1, appName, nil, nil)
	if err != nil {
		return "", fmt.Errorf("make a window: %w", err)
	}
	if w == nil { // what the platform answered has only been printed
		return "", fmt.Errorf("make a window: %s", strings.TrimSpace(said.String()))
	}
	defer w.Destroy()
	w.MakeContextCurrent()
	defer glfw.DetachCurrentContext()
	if major := w.GetAttrib(glfw.ContextVersionMajor); major < oldestMajor {
		return "", fmt.Errorf("version %d.%d is too old", major, w.GetAttrib(glfw.ContextVersionMinor))
	}
	return renderer()
}

// drawThroughEGL makes the windows that follow draw through EGL, in the
// program built for it. It is called again once the window library has begun,
// which asks for nothing else itself.
func drawThroughEGL() {
	if throughEGL {
		glfw.WindowHint(glfw.ContextCreationAPI, glfw.EGLContextAPI)
	}
}
