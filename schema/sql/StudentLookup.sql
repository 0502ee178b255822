-- StudentLookup, asked as school-admin: answered by statement
-- Not by statement for staff; auditsDistrict (as privacy-officer); staff + auditsSchool; signed in (as lecturer) (refused)
-- Not by statement for district + auditsDistrict (as district-admin) (look-up: Student)

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _l0: Query.students
-- _r0: Student.school
-- _r1: Student.currentClass
-- _r2: SchoolClass.homeroomTeacher
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select '["' || _r0."id"::text || '",' || right(json_build_array(_r0."name")::text, -1)
                from school _r0
                where _r0.id = _l0."school_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select
                        '["' || _r2."id"::text || '",' || right(
                          json_build_array(
                            (
                              select
                                case
                                  when (
                                    _r2.id = $2::uuid
                                    or exists (
                                      select 1
                                      from staff_assignment asg
                                      where
                                        asg.staff_id = _r2.id
                                        and asg.ended_at is null
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= greatest(asg.valid_from, $3::date)
                                        )
                                        and asg.school_id = any ($4::uuid[])
                                    )
                                  ) then json_build_array(p.name, p.phone)
                                  else json_build_array(
                                    coalesce(
                                      (
                                        select asg.held_as
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r2.id
                                          and asg.school_id = any ($4::uuid[])
                                        order by
                                          asg.valid_to desc nulls first,
                                          asg.id desc
                                        limit 1
                                      ),
                                      p.name
                                    ),
                                    null
                                  )
                                end
                              from person p
                              where p.id = _r2.person_id
                            ),
                            _r2."staff_number"
                          )::text,
                          -1
                        )
                      from staff _r2
                      where
                        (
                          _r2.id in (
                            select a.staff_id
                            from staff_assignment a
                            where
                              a.school_class_id = _r1.id
                              and a.role = 'HOMEROOM_TEACHER'
                              and a.ended_at is null
                              and a.valid_from <= $3::date
                              and (
                                a.valid_to is null
                                or a.valid_to >= $3::date
                              )
                          )
                          and (
                            _r2.id = $2::uuid
                            or exists (
                              select 1
                              from staff_assignment a
                              where
                                a.staff_id = _r2.id
                                and a.school_id = any ($4::uuid[])
                            )
                          )
                        )
                      limit 1
                    ),
                    'null'
                  ) || ',' || ('"' || _r1."id"::text || '",' || _r1."number"::text || ',' || right(json_build_array(_r1."name")::text, -1))
                from school_class _r1
                where
                  (
                    _r1.id in (
                      select m.school_class_id
                      from
                        class_membership m
                        join school_year y on y.id = m.school_year_id
                      where
                        m.student_id = _l0.id
                        and m.status = 'ACTIVE'
                        and $3::date between y.starts_on and y.ends_on
                    )
                    and _r1.school_id = any ($4::uuid[])
                  )
                limit 1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '",' || right(
                json_build_array(
                  _l0."name",
                  _l0."student_number",
                  (
                    select
                      case
                        when _l0.school_id = any ($5::uuid[]) then (
                          select coalesce(json_agg(each.contact), '[]')
                          from
                            (
                              select
                                json_build_object(
                                  'relation',
                                  tie.relation,
                                  'legal',
                                  tie.legal,
                                  'primaryContact',
                                  tie.primary_contact,
                                  'name',
                                  left(per.name, 1) || repeat('*', greatest(length(per.name) - 1, 1)),
                                  'phone',
                                  per.phone,
                                  'phoneVerifiedAt',
                                  per.phone_verified_at
                                ) as contact
                              from
                                guardianship tie
                                join guardian gdn on gdn.id = tie.guardian_id
                                join person per on per.id = gdn.person_id
                              where
                                tie.student_id = _l0.id
                                and tie.status = 'ACTIVE'
                                and tie.valid_from <= $3::date
                                and (
                                  tie.valid_to is null
                                  or tie.valid_to >= $3::date
                                )
                              order by
                                tie.primary_contact desc,
                                tie.valid_from,
                                tie.id
                              limit $6::int
                            ) each
                        )
                      end
                  )
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from
          (
            select _l0.*
            from
              (
                select _found.*
                from
                  (
                    select distinct
                      unnest($5::uuid[]) as id
                    where not cardinality($5::uuid[]) > 20
                  ) _key
                  cross join lateral (
                    select _l0.*
                    from student _l0
                    where
                      (
                        _l0."school_id" = _key.id
                        and coalesce(_l0.school_id = any ($5::uuid[]), false)
                        and _l0."student_number" = $7
                      )
                    order by
                      _l0."name_key" asc,
                      _l0."id" asc
                    limit $8::int
                  ) _found
                union all
                (
                  select _l0.*
                  from student _l0
                  where
                    (
                      cardinality($5::uuid[]) > 20
                      and coalesce(
                        _l0."school_id" in (
                          select unnest($5::uuid[])
                        ),
                        false
                      )
                      and (
                        _l0.school_id = any ($5::uuid[])
                        and _l0."student_number" = $7
                      )
                    )
                  order by
                    _l0."name_key" asc,
                    _l0."id" asc
                  limit $8::int
                )
              ) _l0
            order by
              _l0."name_key" asc,
              _l0."id" asc
            limit $8::int
          ) _l0
      ),
      'null'
    ) || ']'
  end;

-- the whole query, for teacher + staff (as teacher)
-- _l0: Query.students
-- _r0: Student.school
-- _r1: Student.currentClass
-- _r2: SchoolClass.homeroomTeacher
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select '["' || _r0."id"::text || '",' || right(json_build_array(_r0."name")::text, -1)
                from school _r0
                where _r0.id = _l0."school_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select
                        '["' || _r2."id"::text || '",' || right(
                          json_build_array(
                            (
                              select
                                case
                                  when (
                                    _r2.id = $2::uuid
                                    or exists (
                                      select 1
                                      from staff_assignment asg
                                      where
                                        asg.staff_id = _r2.id
                                        and asg.ended_at is null
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= greatest(asg.valid_from, $3::date)
                                        )
                                        and asg.school_id = any ($4::uuid[])
                                    )
                                  ) then json_build_array(p.name, p.phone)
                                  else json_build_array(
                                    coalesce(
                                      (
                                        select asg.held_as
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r2.id
                                          and asg.school_id = any ($4::uuid[])
                                        order by
                                          asg.valid_to desc nulls first,
                                          asg.id desc
                                        limit 1
                                      ),
                                      p.name
                                    ),
                                    null
                                  )
                                end
                              from person p
                              where p.id = _r2.person_id
                            ),
                            _r2."staff_number"
                          )::text,
                          -1
                        )
                      from staff _r2
                      where
                        (
                          _r2.id in (
                            select a.staff_id
                            from staff_assignment a
                            where
                              a.school_class_id = _r1.id
                              and a.role = 'HOMEROOM_TEACHER'
                              and a.ended_at is null
                              and a.valid_from <= $3::date
                              and (
                                a.valid_to is null
                                or a.valid_to >= $3::date
                              )
                          )
                          and (
                            _r2.id = $2::uuid
                            or exists (
                              select 1
                              from staff_assignment a
                              where
                                a.staff_id = _r2.id
                                and a.school_id = any ($4::uuid[])
                            )
                          )
                        )
                      limit 1
                    ),
                    'null'
                  ) || ',' || ('"' || _r1."id"::text || '",' || _r1."number"::text || ',' || right(json_build_array(_r1."name")::text, -1))
                from school_class _r1
                where
                  (
                    _r1.id in (
                      select m.school_class_id
                      from
                        class_membership m
                        join school_year y on y.id = m.school_year_id
                      where
                        m.student_id = _l0.id
                        and m.status = 'ACTIVE'
                        and $3::date between y.starts_on and y.ends_on
                    )
                    and _r1.school_id = any ($4::uuid[])
                  )
                limit 1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '",' || right(
                json_build_array(
                  _l0."name",
                  _l0."student_number",
                  (
                    select
                      case
                        when exists (
                          select 1
                          from class_membership m
                          where
                            m.student_id = _l0.id
                            and m.school_class_id = any ($5::uuid[])
                            and m.status = 'ACTIVE'
                        ) then (
                          select coalesce(json_agg(each.contact), '[]')
                          from
                            (
                              select
                                json_build_object(
                                  'relation',
                                  tie.relation,
                                  'legal',
                                  tie.legal,
                                  'primaryContact',
                                  tie.primary_contact,
                                  'name',
                                  left(per.name, 1) || repeat('*', greatest(length(per.name) - 1, 1)),
                                  'phone',
                                  per.phone,
                                  'phoneVerifiedAt',
                                  per.phone_verified_at
                                ) as contact
                              from
                                guardianship tie
                                join guardian gdn on gdn.id = tie.guardian_id
                                join person per on per.id = gdn.person_id
                              where
                                tie.student_id = _l0.id
                                and tie.status = 'ACTIVE'
                                and tie.valid_from <= $3::date
                                and (
                                  tie.valid_to is null
                                  or tie.valid_to >= $3::date
                                )
                              order by
                                tie.primary_contact desc,
                                tie.valid_from,
                                tie.id
                              limit $6::int
                            ) each
                        )
                      end
                  )
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from
          (
            select _l0.*
            from
              (
                select _found.*
                from
                  (
                    select distinct
                      unnest(
                        array(
                          select m.student_id
                          from class_membership m
                          where
                            m.school_class_id = any ($5::uuid[])
                            and m.status = 'ACTIVE'
                        )
                      ) as id
                  ) _key
                  cross join lateral (
                    select _l0.*
                    from student _l0
                    where
                      (
                        _l0."id" = _key.id
                        and coalesce(
                          exists (
                            select 1
                            from class_membership m
                            where
                              m.student_id = _l0.id
                              and m.school_class_id = any ($5::uuid[])
                              and m.status = 'ACTIVE'
                          ),
                          false
                        )
                        and _l0."student_number" = $7
                      )
                    order by
                      _l0."name_key" asc,
                      _l0."id" asc
                    limit $8::int
                  ) _found
              ) _l0
            order by
              _l0."name_key" asc,
              _l0."id" asc
            limit $8::int
          ) _l0
      ),
      'null'
    ) || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _l0: Query.students
-- _r0: Student.school
-- _r1: Student.currentClass
-- _r2: SchoolClass.homeroomTeacher
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select '["' || _r0."id"::text || '",' || right(json_build_array(_r0."name")::text, -1)
                from school _r0
                where _r0.id = _l0."school_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select
                        '["' || _r2."id"::text || '",' || right(
                          json_build_array(
                            (
                              select
                                case
                                  when (
                                    _r2.id = $2::uuid
                                    or exists (
                                      select 1
                                      from staff_assignment asg
                                      where
                                        asg.staff_id = _r2.id
                                        and asg.ended_at is null
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= greatest(asg.valid_from, $3::date)
                                        )
                                        and (
                                          asg.school_class_id = any ($4::uuid[])
                                          or asg.school_id = any ($5::uuid[])
                                        )
                                    )
                                  ) then json_build_array(p.name, p.phone)
                                  else json_build_array(
                                    coalesce(
                                      (
                                        select asg.held_as
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r2.id
                                          and (
                                            asg.school_class_id = any ($4::uuid[])
                                            or asg.school_id = any ($5::uuid[])
                                          )
                                        order by
                                          asg.valid_to desc nulls first,
                                          asg.id desc
                                        limit 1
                                      ),
                                      p.name
                                    ),
                                    null
                                  )
                                end
                              from person p
                              where p.id = _r2.person_id
                            ),
                            _r2."staff_number"
                          )::text,
                          -1
                        )
                      from staff _r2
                      where
                        (
                          _r2.id in (
                            select a.staff_id
                            from staff_assignment a
                            where
                              a.school_class_id = _r1.id
                              and a.role = 'HOMEROOM_TEACHER'
                              and a.ended_at is null
                              and a.valid_from <= $3::date
                              and (
                                a.valid_to is null
                                or a.valid_to >= $3::date
                              )
                          )
                          and (
                            _r2.id = $2::uuid
                            or exists (
                              select 1
                              from staff_assignment a
                              where
                                a.staff_id = _r2.id
                                and a.school_class_id = any ($4::uuid[])
                            )
                            or exists (
                              select 1
                              from staff_assignment a
                              where
                                a.staff_id = _r2.id
                                and a.school_id = any ($5::uuid[])
                            )
                          )
                        )
                      limit 1
                    ),
                    'null'
                  ) || ',' || ('"' || _r1."id"::text || '",' || _r1."number"::text || ',' || right(json_build_array(_r1."name")::text, -1))
                from school_class _r1
                where
                  (
                    _r1.id in (
                      select m.school_class_id
                      from
                        class_membership m
                        join school_year y on y.id = m.school_year_id
                      where
                        m.student_id = _l0.id
                        and m.status = 'ACTIVE'
                        and $3::date between y.starts_on and y.ends_on
                    )
                    and (
                      _r1.school_id = any ($6::uuid[])
                      or _r1.id = any ($4::uuid[])
                      or _r1.school_id = any ($5::uuid[])
                    )
                  )
                limit 1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '",' || right(
                json_build_array(
                  _l0."name",
                  _l0."student_number",
                  (
                    select
                      case
                        when exists (
                          select 1
                          from class_membership m
                          where
                            m.student_id = _l0.id
                            and m.school_class_id = any ($7::uuid[])
                            and m.status = 'ACTIVE'
                        ) then (
                          select coalesce(json_agg(each.contact), '[]')
                          from
                            (
                              select
                                json_build_object(
                                  'relation',
                                  tie.relation,
                                  'legal',
                                  tie.legal,
                                  'primaryContact',
                                  tie.primary_contact,
                                  'name',
                                  left(per.name, 1) || repeat('*', greatest(length(per.name) - 1, 1)),
                                  'phone',
                                  per.phone,
                                  'phoneVerifiedAt',
                                  per.phone_verified_at
                                ) as contact
                              from
                                guardianship tie
                                join guardian gdn on gdn.id = tie.guardian_id
                                join person per on per.id = gdn.person_id
                              where
                                tie.student_id = _l0.id
                                and tie.status = 'ACTIVE'
                                and tie.valid_from <= $3::date
                                and (
                                  tie.valid_to is null
                                  or tie.valid_to >= $3::date
                                )
                              order by
                                tie.primary_contact desc,
                                tie.valid_from,
                                tie.id
                              limit $8::int
                            ) each
                        )
                      end
                  )
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from
          (
            select _l0.*
            from
              (
                select _found.*
                from
                  (
                    select distinct
                      unnest($9::uuid[]) as id
                  ) _key
                  cross join lateral (
                    select _l0.*
                    from student _l0
                    where
                      (
                        _l0."id" = _key.id
                        and coalesce(
                          (
                            _l0.id = any ($9::uuid[])
                            or exists (
                              select 1
                              from class_membership m
                              where
                                m.student_id = _l0.id
                                and m.school_class_id = any ($7::uuid[])
                                and m.status = 'ACTIVE'
                            )
                          ),
                          false
                        )
                        and _l0."student_number" = $10
                      )
                    order by
                      _l0."name_key" asc,
                      _l0."id" asc
                    limit $11::int
                  ) _found
                union all
                select _found.*
                from
                  (
                    select distinct
                      unnest(
                        array(
                          select m.student_id
                          from class_membership m
                          where
                            m.school_class_id = any ($7::uuid[])
                            and m.status = 'ACTIVE'
                        )
                      ) as id
                  ) _key
                  cross join lateral (
                    select _l0.*
                    from student _l0
                    where
                      (
                        _l0."id" = _key.id
                        and _l0."id" = any ($9::uuid[]) is not true
                        and coalesce(
                          (
                            _l0.id = any ($9::uuid[])
                            or exists (
                              select 1
                              from class_membership m
                              where
                                m.student_id = _l0.id
                                and m.school_class_id = any ($7::uuid[])
                                and m.status = 'ACTIVE'
                            )
                          ),
                          false
                        )
                        and _l0."student_number" = $10
                      )
                    order by
                      _l0."name_key" asc,
                      _l0."id" asc
                    limit $11::int
                  ) _found
              ) _l0
            order by
              _l0."name_key" asc,
              _l0."id" asc
            limit $11::int
          ) _l0
      ),
      'null'
    ) || ']'
  end;
