# OpenCV's core and imgproc alone, as OpenCVMin::OpenCVMin: OpenCV's own package file asks for every module,
# imgcodecs with its 140 libraries among them.
find_path(OpenCVMin_INCLUDE_DIR opencv2/imgproc.hpp PATH_SUFFIXES opencv4)
find_library(OpenCVMin_CORE opencv_core)
find_library(OpenCVMin_IMGPROC opencv_imgproc)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(OpenCVMin REQUIRED_VARS OpenCVMin_IMGPROC OpenCVMin_CORE OpenCVMin_INCLUDE_DIR)
mark_as_advanced(OpenCVMin_INCLUDE_DIR OpenCVMin_CORE OpenCVMin_IMGPROC)

if(OpenCVMin_FOUND AND NOT TARGET OpenCVMin::OpenCVMin)
  add_library(OpenCVMin::OpenCVMin INTERFACE IMPORTED)
  target_include_directories(OpenCVMin::OpenCVMin SYSTEM INTERFACE ${OpenCVMin_INCLUDE_DIR})
  target_link_libraries(OpenCVMin::OpenCVMin INTERFACE ${OpenCVMin_IMGPROC} ${OpenCVMin_CORE})
endif()
