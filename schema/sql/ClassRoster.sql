-- ClassRoster, asked as teacher: answered by statement
-- Not by statement for staff; district + auditsDistrict (as district-admin); staff + auditsSchool (refused)

-- the whole query, for teacher + staff (as teacher)
-- _r0: Query.schoolClass (SchoolClass)
-- _r1: SchoolClass.studentCount
-- _r2: SchoolClass.school
-- _r3: SchoolClass.grade
-- _r4: SchoolClass.schoolYear
-- _r5: SchoolClass.homeroomTeacher
-- _l0: SchoolClass.students
-- _l1: Student.guardianships
-- _r6: Guardianship.guardian
-- _l2: Student.households
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  (
                    case
                      when (_r0.id = any ($2::uuid[])) is not true then null
                      else count(*)::int
                    end
                  )::text
                from class_membership _r1
                where
                  (
                    _r1."school_class_id" = _r0.id
                    and (
                      _r1.school_class_id = any ($2::uuid[])
                      or exists (
                        select 1
                        from class_membership m
                        where
                          m.student_id = _r1.student_id
                          and m.school_class_id = any ($2::uuid[])
                          and m.status = 'ACTIVE'
                      )
                    )
                    and _r1.status = 'ACTIVE'
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                from school _r2
                where _r2.id = _r0."school_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r3."id"::text || '","' || _r3."stage"::text || '",' || right(json_build_array(_r3."name")::text, -1)
                from grade _r3
                where _r3.id = _r0."grade_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r4."id"::text || '",' || right(json_build_array(_r4."name")::text, -1)
                from school_year _r4
                where _r4.id = _r0."school_year_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r5."id"::text || '",' || right(
                    json_build_array(
                      (
                        select
                          case
                            when (
                              _r5.id = $3::uuid
                              or exists (
                                select 1
                                from staff_assignment asg
                                where
                                  asg.staff_id = _r5.id
                                  and asg.ended_at is null
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= greatest(asg.valid_from, $4::date)
                                  )
                                  and asg.school_id = any ($5::uuid[])
                              )
                            ) then json_build_array(p.name, p.phone)
                            else json_build_array(
                              coalesce(
                                (
                                  select asg.held_as
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = _r5.id
                                    and asg.school_id = any ($5::uuid[])
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
                        where p.id = _r5.person_id
                      ),
                      _r5."staff_number"
                    )::text,
                    -1
                  )
                from staff _r5
                where
                  (
                    _r5.id in (
                      select a.staff_id
                      from staff_assignment a
                      where
                        a.school_class_id = _r0.id
                        and a.role = 'HOMEROOM_TEACHER'
                        and a.ended_at is null
                        and a.valid_from <= $4::date
                        and (
                          a.valid_to is null
                          or a.valid_to >= $4::date
                        )
                    )
                    and (
                      _r5.id = $3::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r5.id
                          and a.school_id = any ($5::uuid[])
                      )
                    )
                  )
                limit 1
              ),
              'null'
            ) || ',' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '[' || coalesce(
                              (
                                select
                                  '["' || _r6."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _r6.person_id
                                      ),
                                      (
                                        select coalesce(json_agg(pupil.id), '[]')
                                        from
                                          (
                                            select stu.id
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                            where
                                              tie.guardian_id = _r6.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($6::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($2::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  )
                                from guardian _r6
                                where
                                  (
                                    _r6.id = _l1."guardian_id"
                                    and exists (
                                      select 1
                                      from
                                        guardianship g
                                        join class_membership m on m.student_id = g.student_id
                                      where
                                        g.guardian_id = _r6.id
                                        and g.status in ('ACTIVE', 'PENDING')
                                        and m.school_class_id = any ($2::uuid[])
                                        and m.status = 'ACTIVE'
                                    )
                                  )
                              ),
                              'null'
                            ) || ',' || (
                              '"' || _l1."id"::text || '","' || _l1."relation"::text || '",' || _l1."legal"::text || ',' || _l1."primary_contact"::text || ',"' || _l1."status"::text || '",' || right(
                                json_build_array(
                                  (
                                    select coalesce(json_agg(pupil.id), '[]')
                                    from
                                      (
                                        select _l1.student_id
                                      ) pupil (id)
                                  )
                                )::text,
                                -1
                              )
                            ),
                            ','
                          ) || ']'
                        from
                          (
                            select _l1.*
                            from guardianship _l1
                            where
                              (
                                _l1."student_id" = _l0.id
                                and exists (
                                  select 1
                                  from class_membership m
                                  where
                                    m.student_id = _l1.student_id
                                    and m.school_class_id = any ($2::uuid[])
                                    and m.status = 'ACTIVE'
                                )
                                and true
                              )
                            order by
                              _l1."valid_from" desc,
                              _l1."id" desc
                            limit $7::int
                          ) _l1
                      ),
                      case
                        when (
                          exists (
                            select 1
                            from class_membership m
                            where
                              m.student_id = _l0.id
                              and m.school_class_id = any ($2::uuid[])
                              and m.status = 'ACTIVE'
                          )
                        ) is not true then 'false'
                        else 'null'
                      end
                    ) || ',' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '["' || _l2."id"::text || '",' || right(
                              json_build_array(
                                (
                                  coalesce(
                                    (
                                      select
                                        string_agg(
                                          stu.name,
                                          '、'
                                          order by stu.id
                                        )
                                      from
                                        household_student hst
                                        join student stu on stu.id = hst.student_id
                                      where
                                        hst.household_id = _l2.id
                                        and exists (
                                          select 1
                                          from class_membership m
                                          where
                                            m.student_id = stu.id
                                            and m.school_class_id = any ($2::uuid[])
                                            and m.status = 'ACTIVE'
                                        )
                                    ) || '家',
                                    '家庭'
                                  )
                                ),
                                (
                                  select coalesce(json_agg(pupil.id), '[]')
                                  from
                                    (
                                      select stu.id
                                      from
                                        household_student hst
                                        join student stu on stu.id = hst.student_id
                                      where
                                        hst.household_id = _l2.id
                                        and (
                                          stu.school_id = any ($6::uuid[])
                                          or exists (
                                            select 1
                                            from class_membership m
                                            where
                                              m.student_id = stu.id
                                              and m.school_class_id = any ($2::uuid[])
                                              and m.status = 'ACTIVE'
                                          )
                                        )
                                    ) pupil (id)
                                )
                              )::text,
                              -1
                            ),
                            ','
                          ) || ']'
                        from
                          (
                            select _l2.*
                            from
                              household_student _link
                              join household _l2 on _l2.id = _link."household_id"
                            where
                              (
                                _link."student_id" = _l0.id
                                and exists (
                                  select 1
                                  from
                                    household_student hs
                                    join class_membership m on m.student_id = hs.student_id
                                  where
                                    hs.household_id = _l2.id
                                    and m.school_class_id = any ($2::uuid[])
                                    and m.status = 'ACTIVE'
                                )
                                and true
                              )
                            order by
                              _l2."created_at" asc,
                              _l2."id" asc
                            limit $8::int
                          ) _l2
                      ),
                      case
                        when (
                          exists (
                            select 1
                            from class_membership m
                            where
                              m.student_id = _l0.id
                              and m.school_class_id = any ($2::uuid[])
                              and m.status = 'ACTIVE'
                          )
                        ) is not true then 'false'
                        else 'null'
                      end
                    ) || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."name", _l0."student_number", _l0."name_key")::text, -1)),
                    ','
                  ) filter (
                    where _l0._n <= $9::int
                  ) || ']',
                  case
                    when (_r0.id = any ($2::uuid[])) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $9::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from
                        class_membership _link
                        join student _l0 on _l0.id = _link."student_id"
                      where
                        (
                          (
                            _link."school_class_id" = _r0.id
                            and _link.status = 'ACTIVE'
                          )
                          and exists (
                            select 1
                            from class_membership m
                            where
                              m.student_id = _l0.id
                              and m.school_class_id = any ($2::uuid[])
                              and m.status = 'ACTIVE'
                          )
                          and true
                        )
                      order by
                        _l0."name_key" asc,
                        _l0."id" asc
                      limit ($9::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || ('"' || _r0."id"::text || '",' || _r0."number"::text || ',' || right(json_build_array(_r0."name")::text, -1)),
            ','
          ) || ']'
        from school_class _r0
        where
          (
            _r0.id = any ($10::uuid[])
            and _r0.school_id = any ($5::uuid[])
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _r0: Query.schoolClass (SchoolClass)
-- _r1: SchoolClass.studentCount
-- _r2: SchoolClass.school
-- _r3: SchoolClass.grade
-- _r4: SchoolClass.schoolYear
-- _r5: SchoolClass.homeroomTeacher
-- _l0: SchoolClass.students
-- _l1: Student.guardianships
-- _r6: Guardianship.guardian
-- _l2: Student.households
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  (
                    case
                      when (_r0.school_id = any ($2::uuid[])) is not true then null
                      else count(*)::int
                    end
                  )::text
                from class_membership _r1
                where
                  (
                    _r1."school_class_id" = _r0.id
                    and (
                      _r1.student_id in (
                        select s.id
                        from student s
                        where s.school_id = any ($2::uuid[])
                      )
                      or _r0.school_id = any ($2::uuid[])
                    )
                    and _r1.status = 'ACTIVE'
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                from school _r2
                where _r2.id = _r0."school_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r3."id"::text || '","' || _r3."stage"::text || '",' || right(json_build_array(_r3."name")::text, -1)
                from grade _r3
                where _r3.id = _r0."grade_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r4."id"::text || '",' || right(json_build_array(_r4."name")::text, -1)
                from school_year _r4
                where _r4.id = _r0."school_year_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r5."id"::text || '",' || right(
                    json_build_array(
                      (
                        select
                          case
                            when (
                              _r5.id = $3::uuid
                              or exists (
                                select 1
                                from staff_assignment asg
                                where
                                  asg.staff_id = _r5.id
                                  and asg.ended_at is null
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= greatest(asg.valid_from, $4::date)
                                  )
                                  and asg.school_id = any ($5::uuid[])
                              )
                            ) then json_build_array(p.name, p.phone)
                            else json_build_array(
                              coalesce(
                                (
                                  select asg.held_as
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = _r5.id
                                    and asg.school_id = any ($5::uuid[])
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
                        where p.id = _r5.person_id
                      ),
                      _r5."staff_number"
                    )::text,
                    -1
                  )
                from staff _r5
                where
                  (
                    _r5.id in (
                      select a.staff_id
                      from staff_assignment a
                      where
                        a.school_class_id = _r0.id
                        and a.role = 'HOMEROOM_TEACHER'
                        and a.ended_at is null
                        and a.valid_from <= $4::date
                        and (
                          a.valid_to is null
                          or a.valid_to >= $4::date
                        )
                    )
                    and (
                      _r5.id = $3::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r5.id
                          and a.school_id = any ($5::uuid[])
                      )
                    )
                  )
                limit 1
              ),
              'null'
            ) || ',' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '[' || coalesce(
                              (
                                select
                                  '["' || _r6."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _r6.person_id
                                      ),
                                      (
                                        select coalesce(json_agg(pupil.id), '[]')
                                        from
                                          (
                                            select stu.id
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                            where
                                              tie.guardian_id = _r6.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($2::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($6::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  )
                                from guardian _r6
                                where
                                  (
                                    _r6.id = _l1."guardian_id"
                                    and exists (
                                      select 1
                                      from
                                        guardianship g
                                        join student s on s.id = g.student_id
                                      where
                                        g.guardian_id = _r6.id
                                        and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                        and s.school_id = any ($2::uuid[])
                                    )
                                  )
                              ),
                              'null'
                            ) || ',' || (
                              '"' || _l1."id"::text || '","' || _l1."relation"::text || '",' || _l1."legal"::text || ',' || _l1."primary_contact"::text || ',"' || _l1."status"::text || '",' || right(
                                json_build_array(
                                  (
                                    select coalesce(json_agg(pupil.id), '[]')
                                    from
                                      (
                                        select _l1.student_id
                                      ) pupil (id)
                                  )
                                )::text,
                                -1
                              )
                            ),
                            ','
                          ) || ']'
                        from
                          (
                            select _l1.*
                            from guardianship _l1
                            where
                              (
                                _l1."student_id" = _l0.id
                                and _l1.student_id in (
                                  select s.id
                                  from student s
                                  where s.school_id = any ($2::uuid[])
                                )
                                and true
                              )
                            order by
                              _l1."valid_from" desc,
                              _l1."id" desc
                            limit $7::int
                          ) _l1
                      ),
                      case
                        when (_l0.school_id = any ($2::uuid[])) is not true then 'false'
                        else 'null'
                      end
                    ) || ',' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '["' || _l2."id"::text || '",' || right(
                              json_build_array(
                                (
                                  coalesce(
                                    (
                                      select
                                        string_agg(
                                          stu.name,
                                          '、'
                                          order by stu.id
                                        )
                                      from
                                        household_student hst
                                        join student stu on stu.id = hst.student_id
                                      where
                                        hst.household_id = _l2.id
                                        and stu.school_id = any ($2::uuid[])
                                    ) || '家',
                                    '家庭'
                                  )
                                ),
                                (
                                  select coalesce(json_agg(pupil.id), '[]')
                                  from
                                    (
                                      select stu.id
                                      from
                                        household_student hst
                                        join student stu on stu.id = hst.student_id
                                      where
                                        hst.household_id = _l2.id
                                        and (
                                          stu.school_id = any ($2::uuid[])
                                          or exists (
                                            select 1
                                            from class_membership m
                                            where
                                              m.student_id = stu.id
                                              and m.school_class_id = any ($6::uuid[])
                                              and m.status = 'ACTIVE'
                                          )
                                        )
                                    ) pupil (id)
                                )
                              )::text,
                              -1
                            ),
                            ','
                          ) || ']'
                        from
                          (
                            select _l2.*
                            from
                              household_student _link
                              join household _l2 on _l2.id = _link."household_id"
                            where
                              (
                                _link."student_id" = _l0.id
                                and exists (
                                  select 1
                                  from
                                    household_student hs
                                    join student s on s.id = hs.student_id
                                  where
                                    hs.household_id = _l2.id
                                    and s.school_id = any ($2::uuid[])
                                )
                                and true
                              )
                            order by
                              _l2."created_at" asc,
                              _l2."id" asc
                            limit $8::int
                          ) _l2
                      ),
                      case
                        when (_l0.school_id = any ($2::uuid[])) is not true then 'false'
                        else 'null'
                      end
                    ) || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."name", _l0."student_number", _l0."name_key")::text, -1)),
                    ','
                  ) filter (
                    where _l0._n <= $9::int
                  ) || ']',
                  case
                    when (_r0.school_id = any ($2::uuid[])) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $9::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from
                        class_membership _link
                        join student _l0 on _l0.id = _link."student_id"
                      where
                        (
                          (
                            _link."school_class_id" = _r0.id
                            and _link.status = 'ACTIVE'
                          )
                          and _l0.school_id = any ($2::uuid[])
                          and true
                        )
                      order by
                        _l0."name_key" asc,
                        _l0."id" asc
                      limit ($9::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || ('"' || _r0."id"::text || '",' || _r0."number"::text || ',' || right(json_build_array(_r0."name")::text, -1)),
            ','
          ) || ']'
        from school_class _r0
        where
          (
            _r0.id = any ($10::uuid[])
            and _r0.school_id = any ($5::uuid[])
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for auditsDistrict (as privacy-officer); signed in (as lecturer)
-- _r0: Query.schoolClass (SchoolClass)
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select '[' || string_agg('null', ',') || ']'
        from school_class _r0
        where false
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Query.schoolClass (SchoolClass)
-- _r1: SchoolClass.studentCount
-- _r2: SchoolClass.school
-- _r3: SchoolClass.grade
-- _r4: SchoolClass.schoolYear
-- _r5: SchoolClass.homeroomTeacher
-- _l0: SchoolClass.students
-- _l1: Student.guardianships
-- _r6: Guardianship.guardian
-- _l2: Student.households
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  (
                    case
                      when (_r0.id = any ($2::uuid[])) is not true then null
                      else count(*)::int
                    end
                  )::text
                from class_membership _r1
                where
                  (
                    _r1."school_class_id" = _r0.id
                    and (
                      _r1.school_class_id = any ($2::uuid[])
                      or (
                        _r1.student_id = any ($3::uuid[])
                        or exists (
                          select 1
                          from class_membership m
                          where
                            m.student_id = _r1.student_id
                            and m.school_class_id = any ($2::uuid[])
                            and m.status = 'ACTIVE'
                        )
                      )
                    )
                    and _r1.status = 'ACTIVE'
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                from school _r2
                where _r2.id = _r0."school_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r3."id"::text || '","' || _r3."stage"::text || '",' || right(json_build_array(_r3."name")::text, -1)
                from grade _r3
                where _r3.id = _r0."grade_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r4."id"::text || '",' || right(json_build_array(_r4."name")::text, -1)
                from school_year _r4
                where _r4.id = _r0."school_year_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r5."id"::text || '",' || right(
                    json_build_array(
                      (
                        select
                          case
                            when (
                              _r5.id = $4::uuid
                              or exists (
                                select 1
                                from staff_assignment asg
                                where
                                  asg.staff_id = _r5.id
                                  and asg.ended_at is null
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= greatest(asg.valid_from, $5::date)
                                  )
                                  and (
                                    asg.school_class_id = any ($6::uuid[])
                                    or asg.school_id = any ($7::uuid[])
                                  )
                              )
                            ) then json_build_array(p.name, p.phone)
                            else json_build_array(
                              coalesce(
                                (
                                  select asg.held_as
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = _r5.id
                                    and (
                                      asg.school_class_id = any ($6::uuid[])
                                      or asg.school_id = any ($7::uuid[])
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
                        where p.id = _r5.person_id
                      ),
                      _r5."staff_number"
                    )::text,
                    -1
                  )
                from staff _r5
                where
                  (
                    _r5.id in (
                      select a.staff_id
                      from staff_assignment a
                      where
                        a.school_class_id = _r0.id
                        and a.role = 'HOMEROOM_TEACHER'
                        and a.ended_at is null
                        and a.valid_from <= $5::date
                        and (
                          a.valid_to is null
                          or a.valid_to >= $5::date
                        )
                    )
                    and (
                      _r5.id = $4::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r5.id
                          and a.school_class_id = any ($6::uuid[])
                      )
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r5.id
                          and a.school_id = any ($7::uuid[])
                      )
                    )
                  )
                limit 1
              ),
              'null'
            ) || ',' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '[' || coalesce(
                              (
                                select
                                  '["' || _r6."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _r6.person_id
                                      ),
                                      (
                                        select coalesce(json_agg(pupil.id), '[]')
                                        from
                                          (
                                            select stu.id
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                            where
                                              tie.guardian_id = _r6.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($8::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($2::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  )
                                from guardian _r6
                                where
                                  (
                                    _r6.id = _l1."guardian_id"
                                    and (
                                      _r6.id = $9::uuid
                                      or _r6.id = any (
                                        array(
                                          select tie.guardian_id
                                          from
                                            household_student hst
                                            join household_guardian hgd on hgd.household_id = hst.household_id
                                            join guardianship tie on tie.guardian_id = hgd.guardian_id
                                            and tie.student_id = hst.student_id
                                          where
                                            hst.household_id = any ($10::uuid[])
                                            and hst.student_id = any ($3::uuid[])
                                            and tie.status = 'ACTIVE'
                                            and tie.valid_from <= $5::date
                                            and (
                                              tie.valid_to is null
                                              or tie.valid_to >= $5::date
                                            )
                                        )
                                      )
                                      or exists (
                                        select 1
                                        from
                                          guardianship g
                                          join class_membership m on m.student_id = g.student_id
                                        where
                                          g.guardian_id = _r6.id
                                          and g.status in ('ACTIVE', 'PENDING')
                                          and m.school_class_id = any ($2::uuid[])
                                          and m.status = 'ACTIVE'
                                      )
                                    )
                                  )
                              ),
                              'null'
                            ) || ',' || (
                              '"' || _l1."id"::text || '","' || _l1."relation"::text || '",' || _l1."legal"::text || ',' || _l1."primary_contact"::text || ',"' || _l1."status"::text || '",' || right(
                                json_build_array(
                                  (
                                    select coalesce(json_agg(pupil.id), '[]')
                                    from
                                      (
                                        select _l1.student_id
                                      ) pupil (id)
                                  )
                                )::text,
                                -1
                              )
                            ),
                            ','
                          ) || ']'
                        from
                          (
                            select _l1.*
                            from guardianship _l1
                            where
                              (
                                _l1."student_id" = _l0.id
                                and (
                                  _l1.guardian_id = $9::uuid
                                  or (
                                    _l1.student_id = any ($3::uuid[])
                                    or exists (
                                      select 1
                                      from class_membership m
                                      where
                                        m.student_id = _l1.student_id
                                        and m.school_class_id = any ($2::uuid[])
                                        and m.status = 'ACTIVE'
                                    )
                                  )
                                )
                                and true
                              )
                            order by
                              _l1."valid_from" desc,
                              _l1."id" desc
                            limit $11::int
                          ) _l1
                      ),
                      case
                        when (
                          (
                            _l0.id = any ($3::uuid[])
                            or exists (
                              select 1
                              from class_membership m
                              where
                                m.student_id = _l0.id
                                and m.school_class_id = any ($2::uuid[])
                                and m.status = 'ACTIVE'
                            )
                          )
                        ) is not true then 'false'
                        else 'null'
                      end
                    ) || ',' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '["' || _l2."id"::text || '",' || right(
                              json_build_array(
                                (
                                  coalesce(
                                    (
                                      select
                                        string_agg(
                                          stu.name,
                                          '、'
                                          order by stu.id
                                        )
                                      from
                                        household_student hst
                                        join student stu on stu.id = hst.student_id
                                      where
                                        hst.household_id = _l2.id
                                        and (
                                          stu.id = any ($3::uuid[])
                                          or exists (
                                            select 1
                                            from class_membership m
                                            where
                                              m.student_id = stu.id
                                              and m.school_class_id = any ($2::uuid[])
                                              and m.status = 'ACTIVE'
                                          )
                                        )
                                    ) || '家',
                                    '家庭'
                                  )
                                ),
                                (
                                  select coalesce(json_agg(pupil.id), '[]')
                                  from
                                    (
                                      select stu.id
                                      from
                                        household_student hst
                                        join student stu on stu.id = hst.student_id
                                      where
                                        hst.household_id = _l2.id
                                        and (
                                          stu.school_id = any ($8::uuid[])
                                          or exists (
                                            select 1
                                            from class_membership m
                                            where
                                              m.student_id = stu.id
                                              and m.school_class_id = any ($2::uuid[])
                                              and m.status = 'ACTIVE'
                                          )
                                        )
                                    ) pupil (id)
                                )
                              )::text,
                              -1
                            ),
                            ','
                          ) || ']'
                        from
                          (
                            select _l2.*
                            from
                              household_student _link
                              join household _l2 on _l2.id = _link."household_id"
                            where
                              (
                                _link."student_id" = _l0.id
                                and (
                                  _l2.id = any ($10::uuid[])
                                  or exists (
                                    select 1
                                    from
                                      household_student hs
                                      join class_membership m on m.student_id = hs.student_id
                                    where
                                      hs.household_id = _l2.id
                                      and m.school_class_id = any ($2::uuid[])
                                      and m.status = 'ACTIVE'
                                  )
                                )
                                and true
                              )
                            order by
                              _l2."created_at" asc,
                              _l2."id" asc
                            limit $12::int
                          ) _l2
                      ),
                      case
                        when (
                          (
                            _l0.id = any ($3::uuid[])
                            or exists (
                              select 1
                              from class_membership m
                              where
                                m.student_id = _l0.id
                                and m.school_class_id = any ($2::uuid[])
                                and m.status = 'ACTIVE'
                            )
                          )
                        ) is not true then 'false'
                        else 'null'
                      end
                    ) || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."name", _l0."student_number", _l0."name_key")::text, -1)),
                    ','
                  ) filter (
                    where _l0._n <= $13::int
                  ) || ']',
                  case
                    when (
                      (
                        _r0.id = any ($6::uuid[])
                        or _r0.id = any ($2::uuid[])
                      )
                    ) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $13::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from
                        class_membership _link
                        join student _l0 on _l0.id = _link."student_id"
                      where
                        (
                          (
                            _link."school_class_id" = _r0.id
                            and _link.status = 'ACTIVE'
                          )
                          and (
                            _l0.id = any ($3::uuid[])
                            or exists (
                              select 1
                              from class_membership m
                              where
                                m.student_id = _l0.id
                                and m.school_class_id = any ($2::uuid[])
                                and m.status = 'ACTIVE'
                            )
                          )
                          and true
                        )
                      order by
                        _l0."name_key" asc,
                        _l0."id" asc
                      limit ($13::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || ('"' || _r0."id"::text || '",' || _r0."number"::text || ',' || right(json_build_array(_r0."name")::text, -1)),
            ','
          ) || ']'
        from school_class _r0
        where
          (
            _r0.id = any ($14::uuid[])
            and (
              _r0.school_id = any ($15::uuid[])
              or _r0.id = any ($6::uuid[])
              or _r0.school_id = any ($7::uuid[])
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
