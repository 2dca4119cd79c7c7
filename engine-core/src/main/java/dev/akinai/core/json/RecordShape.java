package dev.akinai.core.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** A record type's components and constructor, looked up once. Immutable. */
record RecordShape(Constructor<?> constructor, List<RecordComponent> components) {

  static RecordShape of(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    if (components == null) {
      throw new IllegalStateException("The type (" + type.getName()
          + ") must be a record. Maybe the codec needs a case for it.");
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return new RecordShape(type.getDeclaredConstructor(types), List.of(components));
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(
          "The record (" + type.getName() + ") must have its canonical constructor.", impossible);
    }
  }

  Object get(Record value, RecordComponent component) {
    try {
      return component.getAccessor().invoke(value);
    } catch (IllegalAccessException | InvocationTargetException failure) {
      throw new IllegalStateException(
          "The component (" + component + ") must be readable. Maybe the record is not public.",
          failure);
    }
  }

  Object create(Object[] parts) {
    try {
      return constructor.newInstance(parts);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(
          "The record (" + constructor.getName() + ") must accept its parts.", refused);
    } catch (InstantiationException | IllegalAccessException failure) {
      throw new IllegalStateException(
          "The record (" + constructor.getName()
              + ") must be public. Maybe its package is not exported.",
          failure);
    }
  }
}
