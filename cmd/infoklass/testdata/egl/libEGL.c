/* A stand-in for ANGLE's libEGL.dll under Wine: EGL for one window, drawn
 * through Wine's own OpenGL. It lets a test see the program that draws through
 * EGL find its library, open its window and draw in it, where no Windows and
 * no Direct3D is. Build: see drawing_wine_test.go. Nothing of it is handed on. */
#include <windows.h>
#include <GL/gl.h>
#include <EGL/egl.h>

#define EXPORT __declspec(dllexport)

typedef HGLRC(WINAPI *CreateAttribs)(HDC, HGLRC, const int *);

static int one; /* what display and configuration point at */

static void format(HDC dc) {
  PIXELFORMATDESCRIPTOR p = {sizeof p, 1, PFD_DRAW_TO_WINDOW | PFD_SUPPORT_OPENGL | PFD_DOUBLEBUFFER, PFD_TYPE_RGBA, 32};
  p.cAlphaBits = 8;
  p.cDepthBits = 24;
  p.cStencilBits = 8;
  SetPixelFormat(dc, ChoosePixelFormat(dc, &p), &p);
}

static HDC hidden(void) {
  static HDC dc;
  if (!dc) {
    dc = GetDC(CreateWindowA("STATIC", "", WS_POPUP, 0, 0, 1, 1, 0, 0, 0, 0));
    format(dc);
  }
  return dc;
}

EXPORT EGLDisplay EGLAPIENTRY eglGetDisplay(EGLNativeDisplayType d) { return &one; }
EXPORT EGLBoolean EGLAPIENTRY eglInitialize(EGLDisplay d, EGLint *major, EGLint *minor) {
  *major = 1, *minor = 4;
  return EGL_TRUE;
}
EXPORT EGLBoolean EGLAPIENTRY eglTerminate(EGLDisplay d) { return EGL_TRUE; }
EXPORT EGLint EGLAPIENTRY eglGetError(void) { return EGL_SUCCESS; }
EXPORT EGLBoolean EGLAPIENTRY eglBindAPI(EGLenum api) { return api == EGL_OPENGL_ES_API; }
EXPORT const char *EGLAPIENTRY eglQueryString(EGLDisplay d, EGLint name) { return ""; }
EXPORT EGLBoolean EGLAPIENTRY eglSwapInterval(EGLDisplay d, EGLint n) { return EGL_TRUE; }

EXPORT EGLBoolean EGLAPIENTRY eglGetConfigs(EGLDisplay d, EGLConfig *c, EGLint size, EGLint *n) {
  if (c && size > 0) c[0] = &one;
  *n = 1;
  return EGL_TRUE;
}

EXPORT EGLBoolean EGLAPIENTRY eglGetConfigAttrib(EGLDisplay d, EGLConfig c, EGLint name, EGLint *value) {
  switch (name) {
  case EGL_COLOR_BUFFER_TYPE: *value = EGL_RGB_BUFFER; break;
  case EGL_SURFACE_TYPE: *value = EGL_WINDOW_BIT; break;
  case EGL_RENDERABLE_TYPE: *value = EGL_OPENGL_ES_BIT | EGL_OPENGL_ES2_BIT; break;
  case EGL_RED_SIZE: case EGL_GREEN_SIZE: case EGL_BLUE_SIZE: case EGL_ALPHA_SIZE: case EGL_STENCIL_SIZE: *value = 8; break;
  case EGL_DEPTH_SIZE: *value = 24; break;
  default: *value = 0;
  }
  return EGL_TRUE;
}

EXPORT EGLContext EGLAPIENTRY eglCreateContext(EGLDisplay d, EGLConfig c, EGLContext share, const EGLint *list) {
  /* WGL_CONTEXT_MAJOR_VERSION_ARB 2, WGL_CONTEXT_PROFILE_MASK_ARB WGL_CONTEXT_ES2_PROFILE_BIT_EXT */
  const int es2[] = {0x2091, 2, 0x2092, 0, 0x9126, 4, 0};
  HGLRC first = wglCreateContext(hidden()), context = 0;
  wglMakeCurrent(hidden(), first);
  CreateAttribs create = (CreateAttribs)wglGetProcAddress("wglCreateContextAttribsARB");
  if (create) context = create(hidden(), 0, es2);
  wglMakeCurrent(0, 0);
  wglDeleteContext(first);
  return context;
}
EXPORT EGLBoolean EGLAPIENTRY eglDestroyContext(EGLDisplay d, EGLContext c) { return wglDeleteContext((HGLRC)c); }

EXPORT EGLSurface EGLAPIENTRY eglCreateWindowSurface(EGLDisplay d, EGLConfig c, EGLNativeWindowType w, const EGLint *list) {
  HDC dc = GetDC(w);
  format(dc);
  return dc;
}
EXPORT EGLBoolean EGLAPIENTRY eglDestroySurface(EGLDisplay d, EGLSurface s) { return EGL_TRUE; }
EXPORT EGLBoolean EGLAPIENTRY eglMakeCurrent(EGLDisplay d, EGLSurface draw, EGLSurface read, EGLContext c) {
  return wglMakeCurrent((HDC)draw, (HGLRC)c);
}
EXPORT EGLBoolean EGLAPIENTRY eglSwapBuffers(EGLDisplay d, EGLSurface s) { return SwapBuffers((HDC)s); }

typedef void (*Proc)(void);
EXPORT Proc EGLAPIENTRY eglGetProcAddress(const char *name) {
  Proc p = (Proc)wglGetProcAddress(name);
  return p ? p : (Proc)GetProcAddress(GetModuleHandleA("opengl32.dll"), name);
}
